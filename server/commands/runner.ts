import { createHash } from 'node:crypto';
import { keepOutcome, type OutcomeKey, readOutcome } from '#server/store/outcomes.ts';
import type { Transaction, Transactions } from '#server/store/transaction.ts';
import { type CommandAnswer, type CommandType, commands } from '#shared/commands.ts';
import { type ErrorBody, httpStatus, parse, RoomlightError } from '#shared/errors.ts';
import type { IdempotencyKey } from '#shared/ids.ts';
import { may } from '#shared/permissions.ts';
import type { Caller, Execution, Target } from './command.ts';
import { type Handlers, handlers } from './handlers.ts';

/** A command as it arrives. Without a key it is carried out each time it is sent. */
export interface CommandRequest<T extends CommandType = CommandType> {
  readonly type: T;
  readonly target: Target | null;
  readonly body: unknown;
  readonly key: IdempotencyKey | null;
}

/** What a command came to. `replayed`: it was carried out before, and this is what it came to then (L4). */
export type Outcome<T extends CommandType = CommandType> = { readonly replayed: boolean } & (
  | { readonly ok: true; readonly answer: CommandAnswer<T> }
  | { readonly ok: false; readonly error: ErrorBody }
);

/** Carries out commands: may the caller, was it done before, decide and write, keep the outcome; all or nothing. */
export class CommandRunner {
  readonly #transactions: Transactions;
  readonly #handlers: Handlers;

  constructor(transactions: Transactions, carriedOutBy: Handlers = handlers) {
    this.#transactions = transactions;
    this.#handlers = carriedOutBy;
  }

  /**
   * A refusal decided on the clinic's state is an outcome and is kept under the key like an answer.
   * @throws `forbidden`, `invalid` for a body that cannot be read, `keyReused`, and whatever went wrong inside: none
   * of these is kept, so the same key may be sent again
   */
  async run<T extends CommandType>(caller: Caller, request: CommandRequest<T>): Promise<Outcome<T>> {
    if (!may(caller.role, request.type)) throw forbidden();
    const body = parse(commands[request.type].body, request.body);
    const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
    return this.#transactions.run(context, async (tx) => {
      const execution = { tx, role: caller.role, target: request.target, body } as Execution<T>;
      const carryOut = () => attempt(tx, () => this.#handlers[request.type](execution));
      if (request.key === null) return carryOut();
      const of = { tenantId: caller.tenantId, userId: caller.userId, key: request.key };
      return once(tx, of, fingerprint(request, body), commands[request.type].status, carryOut);
    });
  }
}

function actorOf({ userId, name, workstation }: Caller) {
  return { userId, name, workstation };
}

/** L4: the first time carries out and keeps the outcome, every other time answers what was kept. */
async function once<T extends CommandType>(
  tx: Transaction,
  of: OutcomeKey,
  print: string,
  status: number,
  carryOut: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const kept = await readOutcome(tx.db, of);
  if (kept) {
    if (kept.fingerprint !== print) throw keyReused();
    const value = JSON.parse(kept.answer);
    return kept.status < 400
      ? { ok: true, answer: value, replayed: true }
      : { ok: false, error: value, replayed: true };
  }
  const outcome = await carryOut();
  const answer = JSON.stringify(outcome.ok ? outcome.answer : outcome.error);
  const keptStatus = outcome.ok ? status : httpStatus[outcome.error.kind];
  await keepOutcome(tx.db, of, { fingerprint: print, status: keptStatus, answer }, tx.now);
  return outcome;
}

/** A refused command leaves nothing behind but its outcome: what it wrote so far is undone to the savepoint. */
async function attempt<T extends CommandType>(
  tx: Transaction,
  handle: () => Promise<CommandAnswer<T>>,
): Promise<Outcome<T>> {
  const point = await tx.db.savepoint('command').execute();
  try {
    const answer = await handle();
    await point.releaseSavepoint('command').execute();
    return { ok: true, answer, replayed: false };
  } catch (error) {
    if (!(error instanceof RoomlightError) || httpStatus[error.body.kind] >= 500) throw error;
    await point.rollbackToSavepoint('command').execute();
    return { ok: false, error: error.body, replayed: false };
  }
}

/** Of the parsed body: spelling the same request differently (order, offsets, defaults) is still the same. */
function fingerprint(request: CommandRequest, body: unknown): string {
  const { type, target } = request;
  const text = JSON.stringify([type, target?.id ?? null, target?.version ?? null, body]);
  return createHash('sha256').update(text).digest('base64');
}

function forbidden(): RoomlightError {
  return new RoomlightError({
    kind: 'forbidden',
    message: 'Your role in this clinic may not do this. Ask the front desk or an administrator.',
  });
}

function keyReused(): RoomlightError {
  return new RoomlightError({
    kind: 'keyReused',
    message: 'This Idempotency-Key was used for another request. Send the new request with a key of its own.',
  });
}
