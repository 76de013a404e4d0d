import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Administrator, lakeside, person, staffPassword } from '#server/testing/administrator.ts';
import { ServerProcess } from '#server/testing/server-process.ts';
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts';

// Starting processes takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let remove: () => Promise<void>;
let folder: string;
let administrator: Administrator;
let server: ServerProcess | undefined;

beforeEach(async () => {
  ({ folder, remove } = await makeTemporaryFolder());
  administrator = new Administrator(folder);
});
afterEach(async () => {
  await server?.kill();
  server = undefined;
  await remove();
});

it('what cannot be done is said in a sentence, and nothing is changed', async () => {
  await administrator.setUp();
  const refusals: [command: 'clinic' | 'staff', args: string[], stdin: string, says: string][] = [
    ['clinic', ['add', ...lakeside], '', 'There is a clinic lakeside already. Choose another id.'],
    ['staff', person('TESS', 'Tess', 'admin'), staffPassword, 'There is a user tess in lakeside already.'],
    ['staff', person('ruth', 'Ruth Adler', 'admin'), 'elevenchars', 'must have at least 12 characters'],
    [
      'staff',
      person('ruth', 'Ruth Adler', 'admin'),
      `${staffPassword}\n${staffPassword}`,
      'must be one line',
    ],
    ['staff', ['disable', '--username', 'nobody'], '', 'There is no user nobody.'],
    ['staff', ['list', '--clinic', 'elsewhere'], '', 'There is no clinic elsewhere in this data folder.'],
  ];
  for (const [command, args, stdin, says] of refusals)
    expect(await administrator.run(command, args, stdin)).toEqual({
      code: 1,
      output: expect.stringContaining(says),
    });
  await administrator.must('clinic', ['add', ...lakeside.with(1, 'hillside')]);
  await administrator.must('staff', person('tess', 'Tess Other', 'admin').with(2, 'hillside'), staffPassword);
  expect(await administrator.run('staff', ['disable', '--username', 'tess'])).toMatchObject({
    code: 1,
    output: expect.stringContaining('in several clinics (hillside, lakeside). Say which with --clinic.'),
  });
  expect((await administrator.must('staff', ['list'])).split('\n')).toHaveLength(3);
});

it('what cannot be understood is named, with how it is typed', async () => {
  const wrong: [command: 'clinic' | 'staff', args: string[], says: string][] = [
    ['staff', [], 'npm run staff -- sign-out --username'],
    ['staff', ['disable', 'tess'], 'npm run staff -- disable --username'],
    ['staff', [...person('ruth', 'Ruth', 'admin'), '--password', staffPassword], 'npm run staff -- add'],
    ['staff', person('ruth', 'Ruth', 'boss'), '--role must be one of frontDesk, provider, assistant, admin.'],
    [
      'staff',
      [...person('ruth', 'Ruth', 'admin'), '--specialty', 'x'],
      '--specialty is for the role provider only.',
    ],
    ['clinic', ['add', ...lakeside.with(5, 'Chicago')], '--time-zone must be a time zone name'],
    ['clinic', ['add', ...lakeside, '--open', '18:00'], '--close must be later than --open.'],
    ['clinic', ['add', ...lakeside, '--rooms', 'A,A'], '--rooms must name each room once.'],
    ['clinic', ['add', '--id', 'lakeside'], '--name is missing.\n--time-zone is missing.'],
  ];
  for (const [command, args, says] of wrong)
    expect(await administrator.run(command, args)).toEqual({
      code: 2,
      output: expect.stringContaining(says),
    });
});

it('while a server runs it says to stop it first', async () => {
  await administrator.setUp();
  server = await ServerProcess.start({ ROOMLIGHT_DATA: folder, LOG_LEVEL: 'error' });
  const { code, output } = await administrator.run('staff', ['sign-out', '--username', 'tess']);
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('Stop it first') });
});

it('no clinic comes beside the demo clinic, whose passwords are public', async () => {
  server = await ServerProcess.start({ ROOMLIGHT_DATA: folder, LOG_LEVEL: 'error' });
  server.signal('SIGTERM');
  await server.exited;
  const { code, output } = await administrator.run('clinic', ['add', ...lakeside]);
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('holds the demo clinic') });
});
