import type { Request } from 'express';
import { parse } from '#shared/errors.ts';
import { headers } from '#shared/http.ts';
import { IdempotencyKey } from '#shared/ids.ts';

/** L4: the name the sender gave this request and its repetitions. @throws `invalid` when it is not a usable one */
export function keyOf(req: Request): IdempotencyKey | null {
  const text = req.get(headers.key);
  return text === undefined ? null : parse(IdempotencyKey, text, 'The request', headers.key);
}
