import type { Actor } from '#shared/events.ts';
import type { UserId, WorkstationId } from '#shared/ids.ts';

/** Done by this person at this PC. The same person at another PC counts as somebody else: the change is news here. */
export function isOwnActor(actor: Actor, userId: UserId, workstation: WorkstationId): boolean {
  return actor.userId === userId && actor.workstation === workstation;
}
