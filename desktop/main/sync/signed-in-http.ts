import type { z } from 'zod';
import { RoomlightError } from '#shared/errors.ts';
import type { HttpCall, ServerHttp } from './http.ts';
import type { TokenKeeper } from './tokens.ts';

/** Requests in the name of the signed-in user. */
export class SignedInHttp {
  readonly #http: ServerHttp;
  readonly #tokens: TokenKeeper;

  constructor(http: ServerHttp, tokens: TokenKeeper) {
    this.#http = http;
    this.#tokens = tokens;
  }

  /** @throws as `ServerHttp.send` · RoomlightError `sessionEnded` */
  async send<S extends z.ZodType>(call: HttpCall<S>): Promise<z.infer<S>> {
    const token = await this.#tokens.current();
    try {
      return await this.#sendWith(token, call);
    } catch (error) {
      if (!(error instanceof RoomlightError) || error.body.kind !== 'unauthenticated') throw error;
      this.#tokens.spoil(token);
      return await this.#sendWith(await this.#tokens.current(), call);
    }
  }

  #sendWith<S extends z.ZodType>(token: string, call: HttpCall<S>): Promise<z.infer<S>> {
    return this.#http.send({ ...call, headers: { ...call.headers, Authorization: `Bearer ${token}` } });
  }
}
