import { randomUUID } from 'node:crypto';
import { sendCommand } from '#desktop/main/sync/command-http.ts';
import { ServerHttp } from '#desktop/main/sync/http.ts';
import { signIn } from '#desktop/main/sync/sign-in.ts';
import { SignedInHttp } from '#desktop/main/sync/signed-in-http.ts';
import { realTimers } from '#desktop/main/sync/timers.ts';
import { TokenKeeper } from '#desktop/main/sync/tokens.ts';
import { reads } from '#shared/http.ts';
import type { IdempotencyKey, WorkstationId } from '#shared/ids.ts';
import type { Clinic } from '#shared/people.ts';
import { addDays, localDateOf, toInstant, wallMinutes } from '#shared/time.ts';
import type { Day, Deed, Person } from './deeds.ts';
import type { Random } from './random.ts';

// So near to closing time there is no slot left worth booking today.
const CLOSING = 30;

/** Three people of the clinic, signed in as a workstation would be, and what they see and do. */
export class ClinicStaff {
  readonly #people: Record<Person, SignedInHttp>;
  readonly #clinic: Clinic;
  readonly #stop: () => Promise<unknown>;

  private constructor(people: Record<Person, SignedInHttp>, clinic: Clinic, stop: () => Promise<unknown>) {
    this.#people = people;
    this.#clinic = clinic;
    this.#stop = stop;
  }

  /** @throws RoomlightError as `signIn` of sync/ */
  static async signIn(address: string, password: string): Promise<ClinicStaff> {
    const front = await signInAs('front', address, password);
    const assistant = await signInAs('assistant', address, password);
    const provider = await signInAs('provider', address, password);
    const all = [front, assistant, provider];
    const people = { front: front.http, assistant: assistant.http, provider: provider.http };
    return new ClinicStaff(people, front.clinic, () => Promise.all(all.map(({ stop }) => stop())));
  }

  /** Today; towards and after closing time, half of the time, tomorrow. */
  async readDay(clock: () => number, random: Random): Promise<Day> {
    const http = this.#people.front;
    const clinic = this.#clinic;
    const now = toInstant(clock());
    const today = localDateOf(now, clinic.timeZone);
    const closing = wallMinutes(now, clinic.timeZone) > clinic.dayEnd - CLOSING;
    const date = closing && random() < 0.5 ? addDays(today, 1) : today;
    const get = { method: 'GET' } as const;
    const { appointments } = await http.send({ ...get, ...reads.day, path: `${reads.day.path}?day=${date}` });
    const { providers } = await http.send({ ...get, ...reads.providers });
    const { patients } = await http.send({
      ...get,
      ...reads.patients,
      path: `${reads.patients.path}?limit=100`,
    });
    return { clinic, date, now, providers, patients: patients.map(({ id }) => id), appointments };
  }

  /** @throws RoomlightError the server's refusal, or `unreachable` */
  async do({ by, command }: Deed): Promise<void> {
    await sendCommand(this.#people[by], randomUUID() as IdempotencyKey, command);
  }

  async stop(): Promise<void> {
    await this.#stop();
  }
}

async function signInAs(username: Person, address: string, password: string) {
  const workstation = `traffic-${username}` as WorkstationId;
  const {
    base,
    clinic,
    accessToken: token,
    expiresInSeconds,
    refreshToken,
  } = await signIn({
    address,
    username,
    password,
    workstation,
  });
  const http = new ServerHttp(base);
  const tokens = new TokenKeeper({
    http,
    refreshToken,
    workstation,
    access: { token, expiresInSeconds },
    keep: () => {},
    clock: Date.now,
    timers: realTimers,
    renewed: () => {},
  });
  const stop = async () => {
    await tokens.stop(0);
    http.close();
  };
  return { http: new SignedInHttp(http, tokens), clinic, stop };
}
