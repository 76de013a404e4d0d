import { parse } from '#shared/errors.ts';
import { TimeZone } from '#shared/time.ts';

/**
 * Where the demo clinic lies: `ROOMLIGHT_DEMO_TIME_ZONE`, else where this machine is, so that its day is under way when
 * the person's is. A machine on UTC is a server or container that says nothing about where the person is: then Chicago.
 */
export function demoTimeZone(
  env: Readonly<Record<string, string | undefined>>,
  machine = Intl.DateTimeFormat().resolvedOptions().timeZone,
): TimeZone {
  const given = env.ROOMLIGHT_DEMO_TIME_ZONE;
  if (given) return parse(TimeZone, given, 'ROOMLIGHT_DEMO_TIME_ZONE');
  const nowhere = !machine || /^(?:Etc\/|UTC$|UCT$|GMT|Zulu$|Universal$)/u.test(machine);
  return parse(TimeZone, nowhere ? 'America/Chicago' : machine);
}
