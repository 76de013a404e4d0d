import { ErrorBody, RoomlightError } from '#shared/errors.ts';
import { headers } from '#shared/http.ts';

/** An error the server answered with; `retryAfterMs` is when it wants to be asked again. */
export class ServerRefusal extends RoomlightError {
  readonly retryAfterMs: number | null;

  constructor(body: ErrorBody, retryAfterMs: number | null) {
    super(body);
    this.retryAfterMs = retryAfterMs;
  }
}

/** A Roomlight server did what it was asked, and told so in a way this workstation does not know: it is newer. */
export class UnreadSuccess extends RoomlightError {
  constructor(cause: unknown) {
    const message =
      'The clinic server is newer than this workstation, which cannot read its answer. Ask your IT to update this PC.';
    super({ kind: 'notRoomlight', message }, { cause });
  }
}

export function unreachable(cause?: unknown): RoomlightError {
  const message =
    'The clinic server cannot be reached. Check that this PC is on the network of the clinic, and the address.';
  return new RoomlightError({ kind: 'unreachable', message }, { cause });
}

export function notRoomlight(cause?: unknown): RoomlightError {
  const message =
    'Something answers at this address, but it is not a Roomlight server this workstation understands. Check the address, or ask your IT.';
  return new RoomlightError({ kind: 'notRoomlight', message }, { cause });
}

const distrusted = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|WRONG_VERSION_NUMBER|ERR_SSL|EPROTO/;

/** Why a request got no answer: nobody there, or somebody this PC has no reason to trust. */
export function networkFailure(error: unknown): RoomlightError {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (!distrusted.test(code)) return unreachable(error);
  const message =
    'The server at this address cannot prove that it is the clinic’s. Check the address, or ask your IT about its certificate.';
  return new RoomlightError({ kind: 'notRoomlight', message }, { cause: error });
}

/** What a success that is not what was asked for means: only a server of ours names the request (X-Request-ID). */
export function unreadSuccess(response: Response, cause: unknown): RoomlightError {
  return response.headers.has(headers.requestId) ? new UnreadSuccess(cause) : notRoomlight(cause);
}

/** What an answer that is no success means. `json` is its parsed body, undefined when it had none. */
export function refusalOf(response: Response, json: unknown): RoomlightError {
  const wrapped = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  const parsed = ErrorBody.safeParse(wrapped);
  if (parsed.success) return new ServerRefusal(parsed.data, retryAfter(response, parsed.data));
  // A proxy whose server is down answers in its stead.
  if ([502, 503, 504].includes(response.status)) return unreachable();
  const requestId = response.headers.get(headers.requestId);
  return requestId === null ? notRoomlight() : unreadRefusal(requestId);
}

function unreadRefusal(requestId: string): RoomlightError {
  const message =
    'The clinic server refuses this for a reason this workstation does not know. Ask your IT to update this PC.';
  return new RoomlightError({ kind: 'internal', message, requestId });
}

function retryAfter(response: Response, body: ErrorBody): number | null {
  if (body.kind === 'tooMany') return body.retryAfterSeconds * 1000;
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
