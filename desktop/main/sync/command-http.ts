import { Command, commands } from '#shared/commands.ts';
import { parse } from '#shared/errors.ts';
import { headers } from '#shared/http.ts';
import type { IdempotencyKey } from '#shared/ids.ts';
import type { Answer } from './session-shape.ts';
import type { SignedInHttp } from './signed-in-http.ts';

/**
 * Sends a command once, with its key (L4) and the version it names (L5).
 * @throws as `SignedInHttp.send` · RoomlightError `invalid` for a command kept by a version that knew others
 */
export async function sendCommand(
  http: SignedInHttp,
  key: IdempotencyKey,
  command: Command,
): Promise<Answer> {
  const { type, id, ifMatch, body } = parse(Command, command, 'The change');
  const { method, path, answer } = commands[type];
  const version = ifMatch === null ? {} : { [headers.version]: String(ifMatch) };
  return http.send({
    method,
    path: id === null ? path : path.replace(':id', id),
    answer,
    headers: { [headers.key]: key, ...version },
    body,
  });
}
