import type { DesktopOptions } from '../desktop-session.ts';
import { DayPage } from '../pages/day-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import type { ClinicServer } from './server.ts';
import type { World } from './test.ts';
import type { Workstation } from './workstation.ts';

export type AtWork = { pc: Workstation; day: DayPage };
type More = { name?: string; desktop?: DesktopOptions; env?: Record<string, string> };

/** A PC at which someone of the demo clinic has signed in and has the day before them. */
export async function atWork(
  world: World,
  clinic: ClinicServer,
  username: string,
  more: More = {},
): Promise<AtWork> {
  const pc = await world.workstation({ name: username, ...more });
  await new SignInPage(pc.page).signIn(clinic.url, username);
  return { pc, day: await dayOf(pc) };
}

/** The day of a PC, once it is painted. */
export async function dayOf(pc: Workstation): Promise<DayPage> {
  const day = new DayPage(pc.page);
  await day.grid.waitFor();
  return day;
}
