import type { CaughtUp, Subscriber } from '#server/fanout/catch-up.ts';
import type { Fanout } from '#server/fanout/fanout.ts';
import { resumeFrom } from '#server/fanout/resume-from.ts';
import type { Identity } from '#server/identity/identity.ts';
import { RoomlightError } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { UserId } from '#shared/ids.ts';
import type { Ended, Resume, Resumed } from '#shared/socket.ts';
import type { Answer } from './answering.ts';
import type { Socket } from './io.ts';
import { terminate } from './link.ts';
import { tenantRoom, userRoom } from './rooms.ts';

export interface ConnectionOptions {
  socket: Socket;
  identity: Identity;
  fanout: Fanout;
  /** How long the workstation may take to apply one catch-up page, in milliseconds. */
  pageMs: number;
  report: (error: unknown) => void;
}

/** One workstation's authenticated socket: idle after the handshake, then catching up, then live. */
export class Connection implements Subscriber {
  readonly #options: ConnectionOptions;
  #identity: Identity;
  #resuming = false;
  #cut = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#identity = options.identity;
  }

  get identity(): Identity {
    return this.#identity;
  }

  get userId(): UserId {
    return this.#identity.userId;
  }

  get open(): boolean {
    return this.#options.socket.connected && !this.#cut;
  }

  get link(): Socket['conn'] {
    return this.#options.socket.conn;
  }

  /**
   * Decides how the workstation gets whole (F5); after `events` the catch-up begins once that answer is on its way.
   * @throws `invalid` while an earlier resume is still catching up
   */
  async resume(request: Resume): Promise<Answer<Resumed>> {
    if (this.#resuming) throw alreadyResuming();
    this.#resuming = true;
    this.#leaveRooms();
    try {
      const { fanout } = this.#options;
      const { tenantId } = this.#identity;
      const position = await fanout.position(tenantId);
      const log = { epoch: fanout.epoch, ...position };
      const from = resumeFrom(request, log);
      const { epoch, head } = log;
      if (from === null) {
        this.#resuming = false;
        return { value: { mode: 'snapshot', epoch, head } };
      }
      return {
        value: { mode: 'events', epoch, head },
        afterwards: () => this.#follow(fanout.follow(tenantId, this, from, position)),
      };
    } catch (error) {
      this.#resuming = false;
      throw error;
    }
  }

  /** @throws `forbidden` when the token is another user's or another session's */
  renew(identity: Identity): void {
    const { userId, tenantId, sessionId } = this.#identity;
    if (identity.userId !== userId || identity.tenantId !== tenantId || identity.sessionId !== sessionId)
      throw new RoomlightError({
        kind: 'forbidden',
        message: 'This connection belongs to another sign-in. Close it and connect with the new one.',
      });
    this.#identity = identity;
  }

  sendPage(page: ClinicEvent[]): Promise<boolean> {
    const { socket, pageMs } = this.#options;
    return new Promise((resolve) => {
      socket.timeout(pageMs).emit('events', page, (error?: Error | null) => resolve(!error));
    });
  }

  send(batch: ClinicEvent[]): void {
    this.#options.socket.emit('events', batch);
  }

  goLive(): void {
    void this.#options.socket.join([
      tenantRoom(this.#identity.tenantId),
      userRoom(this.#identity.tenantId, this.#identity.userId),
    ]);
  }

  /** Says why and closes. Nothing is emitted to the socket after this. */
  cut(ended: Ended): void {
    if (this.#cut) return;
    this.#cut = true;
    this.#leaveRooms();
    const { socket } = this.#options;
    socket.emit('ended', ended);
    socket.disconnect(true);
  }

  /** Closes without a word: for a peer that reads nothing anyway (F4). */
  drop(): void {
    if (this.#cut) return;
    this.#cut = true;
    this.#leaveRooms();
    terminate(this.link);
  }

  #leaveRooms(): void {
    const { socket } = this.#options;
    void socket.leave(tenantRoom(this.#identity.tenantId));
    void socket.leave(userRoom(this.#identity.tenantId, this.#identity.userId));
  }

  #follow(following: Promise<CaughtUp>): void {
    following
      .then((outcome) => {
        if (outcome === 'tooSlow' || outcome === 'dropped')
          this.cut({ kind: 'tooSlow', reason: slow[outcome] });
      })
      .catch((error: unknown) => {
        this.#options.report(error);
        this.drop();
      })
      .finally(() => {
        this.#resuming = false;
      });
  }
}

const slow = {
  tooSlow: 'The workstation took too long to catch up. It reconnects and goes on where it was.',
  dropped: 'The workstation fell too far behind to catch up. It reconnects and reads the day anew.',
};

function alreadyResuming(): RoomlightError {
  return new RoomlightError({
    kind: 'invalid',
    message: 'This connection is already catching up. Wait until it is done, or connect anew.',
    problems: [{ where: 'resume', what: 'is already under way' }],
  });
}
