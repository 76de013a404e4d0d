import type { z } from 'zod';
import { networkFailure, refusalOf, unreadSuccess } from './http-failure.ts';
import { trustSystemCertificates } from './system-trust.ts';

export interface HttpCall<S extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Begins with a slash; may end in a query. */
  readonly path: string;
  /** What a success must look like. */
  readonly answer: S;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** From sending to the last byte of the answer, in milliseconds. */
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 10_000;

/** Requests to one server. */
export class ServerHttp {
  readonly base: string;
  readonly #open = new Set<AbortController>();
  #closed = false;

  /** @param base the server's origin */
  constructor(base: string) {
    this.base = base;
    if (base.startsWith('https:')) trustSystemCertificates();
  }

  /**
   * @throws ServerRefusal with the server's own error · RoomlightError `unreachable` when none came in time,
   * `notRoomlight` when what came is not from a Roomlight server · UnreadSuccess when it is, and took effect, and cannot be
   * read
   */
  async send<S extends z.ZodType>(call: HttpCall<S>): Promise<z.infer<S>> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), call.timeoutMs ?? usualTimeoutMs);
    this.#open.add(controller);
    if (this.#closed) controller.abort();
    try {
      const { response, json } = await this.#exchange(call, controller.signal);
      if (!response.ok) throw refusalOf(response, json);
      const parsed = call.answer.safeParse(json);
      if (!parsed.success) throw unreadSuccess(response, parsed.error);
      return parsed.data;
    } finally {
      clearTimeout(timer);
      this.#open.delete(controller);
    }
  }

  /** Ends what is under way, which then fails as `unreachable`, and all that is asked later. */
  close(): void {
    this.#closed = true;
    for (const controller of this.#open) controller.abort();
  }

  async #exchange<S extends z.ZodType>(
    { method, path, headers, body }: HttpCall<S>,
    signal: AbortSignal,
  ): Promise<{ response: Response; json: unknown }> {
    try {
      const response = await fetch(this.base + path, {
        method,
        headers: { Accept: 'application/json', ...(body !== undefined && jsonBody), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal,
        // Following one would turn a command into a read, or carry the token elsewhere.
        redirect: 'manual',
      });
      return { response, json: fromJson(await response.text()) };
    } catch (error) {
      throw networkFailure(error);
    }
  }
}

const jsonBody = { 'Content-Type': 'application/json' };

// What is not JSON is judged by its status and schema, as an answer without a body is.
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
