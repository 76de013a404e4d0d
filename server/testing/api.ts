import { type AppointmentAnswer, type CommandType, commands, type PatientAnswer } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import { headers } from '#shared/http.ts';
import type { Appointment } from '#shared/schedule.ts';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T & { error?: ErrorBody };
}

/** Calls the API the way any program would: fetch, JSON, headers. */
export class Api {
  readonly #url: string;
  readonly #token: string | null;

  constructor(url: string, token: string | null) {
    this.#url = url;
    this.#token = token;
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    { body, headers: extra = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        ...(this.#token !== null && { Authorization: `Bearer ${this.#token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...extra,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
  }

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.call<T>('GET', path);
  }

  /** Sends a command; `on` is the appointment as its sender saw it. */
  send<T extends CommandType>(
    type: T,
    body: unknown,
    { on, key }: { on?: Appointment; key?: string } = {},
  ): Promise<Answer<T extends 'patient.create' ? PatientAnswer : AppointmentAnswer>> {
    const { method, path } = commands[type];
    return this.call(method, path.replace(':id', on?.id ?? ''), {
      body,
      headers: {
        ...(on && { [headers.version]: String(on.version) }),
        ...(key !== undefined && { [headers.key]: key }),
      },
    });
  }
}
