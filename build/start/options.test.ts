import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const usual = { serveHere: true, server: null, workstations: 1, traffic: null };

test.each([
  [[], usual],
  [['--server-only'], { ...usual, workstations: 0 }],
  [
    ['--workstation-only', '--server', 'http://clinic:4000'],
    { ...usual, serveHere: false, server: 'http://clinic:4000' },
  ],
  [['--workstations', '2'], { ...usual, workstations: 2 }],
  [['--workstations=3', '--traffic'], { ...usual, workstations: 3, traffic: 20 }],
  [['--traffic=600', '--server-only'], { ...usual, workstations: 0, traffic: 600 }],
  [['--workstations', '9', '--help'], 'help'],
])('%j', (args, expected) => {
  expect(readOptions(args)).toEqual(expected);
});

test.each([
  [['--sever-only'], '--sever-only'],
  [['extra'], 'extra'],
  [['--server'], '--server'],
  [['--server', 'http://clinic:4000'], '--workstation-only'],
  [['--workstation-only'], '--server URL'],
  [['--workstation-only', '--server', 'clinic'], 'such as http://localhost:4000'],
  [['--workstation-only', '--server', 'file:///etc'], 'such as http://localhost:4000'],
  [['--workstation-only', '--server-only'], 'nothing to start'],
  [['--server-only', '--workstations', '2'], 'no workstations'],
  [['--workstations', '0'], '1 to 4'],
  [['--workstations', '2x'], '1 to 4'],
  [['--traffic=0'], '1 to 6000'],
  [['--traffic='], '1 to 6000'],
])('%j is met with a sentence', (args, part) => {
  expect(readOptions(args)).toMatchObject({ wrong: expect.stringContaining(part) });
  expect(readOptions(args)).toMatchObject({ wrong: expect.stringMatching(/\. "npm start -- --help" tells/) });
});
