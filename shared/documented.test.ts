import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands } from './commands.ts';
import { ErrorBody, httpStatus } from './errors.ts';
import { auth, headers, reads } from './http.ts';
import { AppointmentStatus, VisitStep, visitSteps } from './schedule.ts';

// docs/API.md is what integrations are written from: it says no less than the contract, and nothing else.
const text = readFileSync(new URL('../docs/API.md', import.meta.url), 'utf8');

it('names every route and header', () => {
  const routes = Object.values(commands).map(({ method, path }) => `\`${method} ${path}\``);
  const others = [...Object.values(reads), ...Object.values(auth)].map(({ path }) => path);
  for (const name of [...routes, ...others, ...Object.values(headers)]) expect(text).toContain(name);
});

it('names every error that comes from a server, with its status', () => {
  const ofWorkstation = ['unreachable', 'notRoomlight', 'notSignedIn', 'cacheUnusable'];
  const kinds = ErrorBody.options.map(({ shape }) => shape.kind.value);
  const rows = kinds
    .filter((kind) => !ofWorkstation.includes(kind))
    .map((kind) => `| ${httpStatus[kind]} | \`${kind}\` |`);
  for (const row of rows) expect(text).toContain(row);
});

it('shows the table of visit steps as it is', () => {
  const row = (status: AppointmentStatus) =>
    ['', status, ...VisitStep.options.map((step) => visitSteps[step][status] ?? ''), ''].join('|');
  const written = text.split('\n').map((line) => line.replaceAll(/ *\| */g, '|'));
  for (const status of AppointmentStatus.options) expect(written).toContain(row(status));
});
