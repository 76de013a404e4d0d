import type { Transaction } from '#server/store/transaction.ts';
import type { CommandAnswer, CommandBody, CommandType, commands } from '#shared/commands.ts';
import type { TenantId, UserId, WorkstationId } from '#shared/ids.ts';
import type { Role } from '#shared/people.ts';

/** Who sends a command. */
export interface Caller {
  readonly userId: UserId;
  readonly tenantId: TenantId;
  readonly role: Role;
  readonly name: string;
  readonly workstation: WorkstationId | null;
}

/** The entity a command names and the version its sender saw (L5). */
export interface Target {
  readonly id: string;
  readonly version: number;
}

/** A command being carried out. `target` is null for one that creates. */
export interface Execution<T extends CommandType> {
  readonly tx: Transaction;
  readonly role: Role;
  readonly target: (typeof commands)[T]['target'] extends true ? Target : null;
  readonly body: CommandBody<T>;
}

/** Decides and writes, in the transaction it is given; a refusal is thrown as RoomlightError. */
export type Handler<T extends CommandType> = (execution: Execution<T>) => Promise<CommandAnswer<T>>;
