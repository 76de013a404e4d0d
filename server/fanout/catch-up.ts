import type { ClinicEvent } from '#shared/events.ts';
import type { UserId } from '#shared/ids.ts';
import { type AudienceOf, reaches } from './audience.ts';
import type { Feed, ReadLog } from './feed.ts';

/** One workstation's end of the stream, as catch-up needs it. */
export interface Subscriber {
  readonly userId: UserId;
  /** False once the connection is gone; nothing may be sent or joined then. */
  readonly open: boolean;
  /** Sends a page and waits until the workstation has taken it; false when it did not in time. */
  sendPage(page: ClinicEvent[]): Promise<boolean>;
  /** Sends a batch without waiting. */
  send(batch: ClinicEvent[]): void;
  /** From this very turn on the subscriber receives what the feed emits. */
  goLive(): void;
}

/** `tooSlow`: a page was not taken in time. `dropped`: retention overtook the cursor. `closed`: nobody left to serve. */
export type CaughtUp = 'live' | 'tooSlow' | 'dropped' | 'closed';

export interface CatchUpOptions {
  feed: Feed;
  read: ReadLog;
  audienceOf: AudienceOf;
  pageSize: number;
}

/**
 * Brings a subscriber from its cursor to the feed's position and makes it live there (F3). The step from the last
 * page to live holds no `await`, so no event can fall between the two or come twice.
 *
 * @param cursor at most the log's head
 */
export async function catchUp(
  subscriber: Subscriber,
  cursor: number,
  { feed, read, audienceOf, pageSize }: CatchUpOptions,
): Promise<CaughtUp> {
  let at = cursor;
  const mine = (events: ClinicEvent[]) =>
    events.filter((event) => reaches(audienceOf(event), subscriber.userId));
  for (;;) {
    // A cursor may be ahead of the feed (its snapshot was read between commit and emission): let the feed come by.
    await feed.reach(at);
    if (!subscriber.open) return 'closed';
    if (at === feed.emitted) {
      subscriber.goLive();
      return 'live';
    }
    const page = await read(at, pageSize);
    if (!subscriber.open) return 'closed';
    const last = page.at(-1);
    if (!last || page[0]?.seq !== at + 1) return 'dropped';
    if (last.seq >= feed.emitted) {
      const rest = mine(page.filter((event) => event.seq <= feed.emitted));
      if (rest.length > 0) subscriber.send(rest);
      subscriber.goLive();
      return 'live';
    }
    const part = mine(page);
    if (part.length > 0 && !(await subscriber.sendPage(part))) return subscriber.open ? 'tooSlow' : 'closed';
    at = last.seq;
  }
}
