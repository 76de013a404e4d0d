import type { Resume } from '#shared/socket.ts';

/** The log as it stands: named by `epoch`, newest event `head`, everything up to `floor` dropped by retention. */
export interface LogState {
  epoch: string;
  head: number;
  floor: number;
}

/**
 * F5: a resume is whole or refused. The cursor when every event after it is there, else null: then only a snapshot
 * helps. A cursor at the floor still has all that follows; one below has lost some; one past the head has seen a log
 * that was since restored from a backup.
 */
export function resumeFrom({ cursor, epoch }: Resume, log: LogState): number | null {
  if (cursor === null || epoch !== log.epoch) return null;
  return cursor >= log.floor && cursor <= log.head ? cursor : null;
}
