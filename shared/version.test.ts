import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from './commands.ts';
import { ErrorBody } from './errors.ts';
import { ClinicEvent } from './events.ts';
import { auth, reads } from './http.ts';
import { rights } from './permissions.ts';
import { visitSteps } from './schedule.ts';
import { Ended, Renew, Resume, Resumed, SocketAuth } from './socket.ts';
import { contractHash } from './version.ts';

function describeSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

function contract(): unknown {
  return {
    commands: Object.entries(commands).map(([type, c]) => [
      type,
      c.method,
      c.path,
      describeSchema(c.body),
      describeSchema(c.answer),
    ]),
    reads: Object.entries(reads).map(([name, r]) => [name, r.path, describeSchema(r.answer)]),
    auth: [auth.login.path, describeSchema(auth.login.body), describeSchema(auth.login.answer)],
    event: describeSchema(ClinicEvent),
    errors: describeSchema(ErrorBody),
    socket: [SocketAuth, Resume, Resumed, Renew, Ended].map(describeSchema),
    rights,
    visitSteps,
  };
}

it('a change of the contract is deliberate', () => {
  const found = createHash('sha256').update(JSON.stringify(contract())).digest('hex').slice(0, 16);
  expect(
    found,
    `The contract changed. If an older workstation or server could not live with it, raise protocol in shared/version.ts; then set contractHash to '${found}'.`,
  ).toBe(contractHash);
});
