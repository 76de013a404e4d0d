import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../build/electron/cache.ts';
import { findElectron } from '../build/electron/runtime.ts';
import { buildWhenNeeded } from '../build/start/app-build.ts';
import { startDesktop } from './desktop-session.ts';
import { dayOf } from './kit/at-work.ts';
import { ClinicServer } from './kit/server.ts';
import { Workstation } from './kit/workstation.ts';
import { SignInPage } from './pages/sign-in-page.ts';

const folder = join(projectRoot, 'docs/pictures');
const size = { width: 1440, height: 900 };
const busiest = 10 * 60 + 24;

/**
 * Somewhere it is the middle of the morning now: the demo clinic lies there, so that its day is under way at whatever
 * hour the pictures are made, with a clock that nobody has set.
 */
function zoneOfTheMorning(): string {
  const now = Temporal.Now.instant();
  const away = (zone: string) => {
    const { hour, minute } = now.toZonedDateTimeISO(zone);
    return Math.abs(hour * 60 + minute - busiest);
  };
  const [nearest] = Intl.supportedValuesOf('timeZone').toSorted((a, b) => away(a) - away(b));
  if (!nearest) throw new Error('This Node knows no time zones.');
  return nearest;
}

async function takePictures(): Promise<void> {
  const report = (line: string) => void process.stdout.write(`${line}\n`);
  await mkdir(folder, { recursive: true });
  await buildWhenNeeded(report);
  const runtime = await findElectron(report);
  const zone = zoneOfTheMorning();
  const clinic = await ClinicServer.start({ ROOMLIGHT_DEMO_TIME_ZONE: zone });
  const desktop = await startDesktop({ screen: '1600x1000x24' });
  const pc = await Workstation.open({ name: 'pictures', runtime, desktop });
  try {
    await takeOf(pc, `localhost:${clinic.port}`);
    report(`Three pictures of ${zone} are in ${folder}.`);
  } finally {
    await pc.remove();
    await desktop.stop();
    await clinic.remove();
  }
}

async function takeOf(pc: Workstation, address: string): Promise<void> {
  const { page } = pc;
  const take = async (name: string) => {
    // Away from everything that answers to a pointer.
    await page.mouse.move(size.width / 2, 2);
    await page.screenshot({ path: join(folder, name), animations: 'disabled' });
  };
  await pc.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  const door = new SignInPage(page);
  await door.address.fill(address);
  await page.getByText('Dermatology').waitFor();
  await door.username.fill('front');
  await take('sign-in.png');
  await door.signIn(address, 'front');
  const day = await dayOf(pc);
  await day.connection.filter({ hasText: /^Connected/ }).waitFor();
  await day.grid.locator('[data-visit]').first().waitFor();
  await take('day-light.png');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take('day-dark.png');
}

await takePictures();
