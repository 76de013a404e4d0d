import type { SessionState } from '#desktop/bridge/views.ts';
import { type ErrorBody, RoomlightError } from '#shared/errors.ts';
import { describe, type Log } from '../log.ts';
import type { Sync, SyncOptions } from '../sync/session-shape.ts';
import type { signIn } from '../sync/sign-in.ts';
import { type AtWork, followSync, type Tell } from './at-work.ts';
import type { OpenDay } from './open-day.ts';
import { type Pc, signedIn, signedOut } from './pc.ts';
import { type Form, leadsTo, type Owner, ownerOf, type Person, sameOwner } from './person.ts';
import { alreadySignedIn, notSignedIn, stillUnseen, stillUnsent } from './refusals.ts';

export interface SessionOptions {
  readonly pc: Promise<Pc>;
  readonly signIn: typeof signIn;
  readonly newSync: (options: SyncOptions) => Sync;
  readonly tell: Tell;
  readonly log: Log;
}

type Tokens = Pick<SyncOptions, 'refreshToken' | 'access'>;

/** Who is signed in on this workstation: starting → signed in or out, and from one to the other. */
export class Session {
  readonly #options: SessionOptions;
  #state: SessionState = { phase: 'starting' };
  #atWork: AtWork | null = null;
  /** Days in memory alone, with commands still to be sent: kept open for their owners' next sign-in. */
  readonly #parked: { owner: Owner; day: OpenDay }[] = [];
  /** Signing in and out take time and must not overlap. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** @throws RoomlightError `notSignedIn` */
  get atWork(): AtWork {
    if (!this.#atWork) throw notSignedIn();
    return this.#atWork;
  }

  /** How many commands would be lost if the process ended now: neither sent nor on disk. */
  get unsafe(): number {
    const days = this.#parked.map(({ day }) => day);
    if (this.#atWork && !this.#atWork.day.keeping.onDisk) days.push(this.#atWork.day);
    return days.reduce((sum, { cache }) => sum + cache.outbox.count(), 0);
  }

  /**
   * Goes on with the session kept here, showing its day before the server has answered (W3). `asked`: what the
   * command line wants the form to start with; another clinic than that of the kept session brings the form.
   */
  start(asked: Form): Promise<void> {
    return this.#inTurn(async (pc) => {
      const kept = await pc.remembered.session();
      if (!kept || (asked.address !== null && !leadsTo(asked.address, kept.person))) {
        const { address, username } = pc.remembered.form;
        const form = { address: asked.address ?? address, username: asked.username ?? username };
        return this.#show(signedOut(pc, form, null));
      }
      try {
        await this.#begin(pc, kept.person, { refreshToken: kept.refreshToken });
      } catch (error) {
        if (!(error instanceof RoomlightError)) throw error;
        this.#show(signedOut(pc, pc.remembered.form, error.body));
      }
    });
  }

  /** @throws RoomlightError whatever stands in the way; the session is then as before */
  signIn(given: { address: string; username: string; password: string }): Promise<SessionState> {
    return this.#inTurn(async (pc) => {
      if (this.#atWork) throw alreadySignedIn();
      const { remembered } = pc;
      const answer = await this.#options.signIn({ ...given, workstation: remembered.workstation });
      const { base, member, clinic, accessToken: token, expiresInSeconds, refreshToken } = answer;
      const person = { address: given.address, base, member, clinic };
      await remembered.keepSession(person, refreshToken);
      await this.#begin(pc, person, { refreshToken, access: { token, expiresInSeconds } });
      return this.#state;
    });
  }

  /**
   * Forgets the session and removes what was kept of its day.
   * @throws RoomlightError `unavailable` while a command waits to be sent, or its refusal to be seen
   */
  signOut(): Promise<SessionState> {
    return this.#inTurn(async (pc) => {
      const { day, sync } = this.atWork;
      const unsent = day.cache.outbox.count();
      if (unsent > 0) throw stillUnsent(unsent);
      const unseen = day.cache.outbox.refusals().length;
      if (unseen > 0) throw stillUnseen(unseen);
      // Nothing else runs between the check and this, so no command can slip in.
      this.#atWork = null;
      await pc.remembered.forgetSession({ username: false });
      this.#show(signedOut(pc, pc.remembered.form, null));
      await this.#tidy('the session', () => sync.signOut());
      await this.#tidy('the kept day', () => day.forget());
      return this.#state;
    });
  }

  /** Before the process ends. What is on disk stays for the next start. */
  stop(): Promise<void> {
    return this.#inTurn(async () => {
      const at = this.#atWork;
      await at?.sync.stop();
      this.#atWork = null;
      at?.day.close();
      for (const { day } of this.#parked.splice(0)) day.close();
    });
  }

  async #begin(pc: Pc, person: Person, tokens: Tokens): Promise<void> {
    const { newSync, tell, log } = this.#options;
    const { remembered } = pc;
    const day = await this.#dayOf(pc, ownerOf(person));
    const sync = newSync({
      base: person.base,
      cache: day.cache,
      workstation: remembered.workstation,
      keep: (refreshToken) => this.#keep(pc, at, refreshToken),
      ...tokens,
    });
    const at: AtWork = { person, day, sync };
    this.#atWork = at;
    followSync(at, {
      tell,
      log,
      personChanged: () => {
        void remembered.keepPerson(at.person);
        if (this.#atWork === at) this.#show(signedIn(pc, at));
      },
      ended: (error) => this.#ended(at, error),
    });
    this.#show(signedIn(pc, at));
    tell('connectionChanged', sync.connection);
    sync.start();
  }

  /** A refresh that ends after the sign-out must not bring the forgotten session back. */
  async #keep({ remembered }: Pc, at: AtWork, refreshToken: string): Promise<void> {
    if (this.#atWork === at) await remembered.keepToken(refreshToken);
  }

  /** The server ended it. What is kept of the day stays, locked, for the same person's next sign-in. */
  #ended(at: AtWork, error: ErrorBody): void {
    if (this.#atWork !== at) return;
    this.#atWork = null;
    const { person, day, sync } = at;
    void this.#inTurn(async (pc) => {
      await pc.remembered.forgetSession({ username: true });
      this.#show(signedOut(pc, pc.remembered.form, error));
      await this.#tidy('the ended session', () => sync.stop());
      if (!day.keeping.onDisk && day.cache.outbox.count() > 0)
        this.#parked.push({ owner: ownerOf(person), day });
      else day.close();
    });
  }

  async #dayOf(pc: Pc, owner: Owner): Promise<OpenDay> {
    const parked = this.#parked.findIndex((one) => sameOwner(one.owner, owner));
    const [found] = parked < 0 ? [] : this.#parked.splice(parked, 1);
    return found?.day ?? pc.openDay(owner);
  }

  #show(state: SessionState): void {
    this.#state = state;
    this.#options.tell('sessionChanged', state);
  }

  #inTurn<T>(work: (pc: Pc) => Promise<T>): Promise<T> {
    const next = this.#afterTurn(this.#turn, work);
    this.#turn = next;
    return next;
  }

  async #afterTurn<T>(earlier: Promise<unknown>, work: (pc: Pc) => Promise<T>): Promise<T> {
    await Promise.allSettled([earlier]);
    return work(await this.#options.pc);
  }

  /** Leaving must not fail for want of a clean end; what stays behind is locked, and the log says so. */
  async #tidy(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.log.warn({ err: describe(error) }, `${what} was not tidied up`);
    }
  }
}
