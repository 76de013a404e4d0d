import { type CommandAnswer, type CommandInput, type CommandType, commands } from '#shared/commands.ts';
import { type ErrorBody, ErrorBody as ErrorBodySchema } from '#shared/errors.ts';
import { auth, headers, reads, SignedIn, Snapshot } from '#shared/http.ts';
import type { Clinic, Member, Patient } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import type { LocalDate } from '#shared/time.ts';

export const demoPassword = 'roomlight-demo';

export class Refused extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(`${status} ${body.kind}: ${body.message}`);
    this.status = status;
    this.body = body;
  }
}

/** Someone at another program of the clinic: arranges what a test needs, and tells what the server holds to be true. */
export class Api {
  readonly member: Member;
  readonly clinic: Clinic;
  readonly #url: string;
  readonly #signedIn: SignedIn;

  private constructor(url: string, signedIn: SignedIn) {
    this.#url = url;
    this.#signedIn = signedIn;
    this.member = signedIn.member;
    this.clinic = signedIn.clinic;
  }

  static async signIn(url: string, username: string): Promise<Api> {
    const body = { tenantId: 'tenant-demo', username, password: demoPassword };
    return new Api(url, SignedIn.parse(await send(url + auth.login.path, { method: 'POST', body })));
  }

  /** Ends every session that came from this sign-in. */
  async signOut(): Promise<void> {
    await this.send('POST', auth.logout.path);
  }

  async day(date: LocalDate): Promise<Appointment[]> {
    const answer = await this.send('GET', `${reads.day.path}?day=${date}`);
    return reads.day.answer.parse(answer).appointments;
  }

  async appointment(id: string): Promise<Appointment> {
    const answer = await this.send('GET', reads.appointment.path.replace(':id', id));
    return reads.appointment.answer.parse(answer).appointment;
  }

  async patient(id: string): Promise<Patient> {
    const answer = await this.send('GET', reads.patient.path.replace(':id', id));
    return reads.patient.answer.parse(answer).patient;
  }

  async snapshot(): Promise<Snapshot> {
    return Snapshot.parse(await this.send('GET', reads.snapshot.path));
  }

  /** A command as any sender makes it; `target` names the appointment in the version seen. */
  async do<T extends CommandType>(
    type: T,
    body: CommandInput<T>,
    target?: Pick<Appointment, 'id' | 'version'>,
  ): Promise<CommandAnswer<T>> {
    const { method, path, answer } = commands[type];
    const where = target ? path.replace(':id', target.id) : path;
    const seen = target ? { [headers.version]: `"${target.version}"` } : {};
    return answer.parse(await this.send(method, where, body, seen)) as CommandAnswer<T>;
  }

  send(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<unknown> {
    const authorization = `Bearer ${this.#signedIn.accessToken}`;
    const all = { [headers.key]: crypto.randomUUID(), authorization, ...more };
    return send(this.#url + path, { method, body, headers: all });
  }
}

type Sending = { method: string; body?: unknown; headers?: Record<string, string> };

async function send(url: string, { method, body, headers: given = {} }: Sending): Promise<unknown> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...given },
    ...json,
  });
  const text = await answer.text();
  const value: unknown = text === '' ? null : JSON.parse(text);
  if (answer.ok) return value;
  const error = value && typeof value === 'object' && 'error' in value ? value.error : value;
  throw new Refused(answer.status, ErrorBodySchema.parse(error));
}
