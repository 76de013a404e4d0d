import { z } from 'zod';
import { Appointment } from './schedule.ts';

const Problem = z.object({ where: z.string(), what: z.string() });
export type Problem = z.infer<typeof Problem>;

const kind = <K extends string>(name: K) => z.object({ kind: z.literal(name), message: z.string() });

/**
 * Everything that can go wrong, as data. The first group comes from the server with the status beside it, the
 * second is found by the workstation itself. `message` is an English sentence that tells a person what to do;
 * screens translate by `kind`. None carries patient detail except the entities named in its own fields, which
 * go only to a reader who may see them.
 */
export const ErrorBody = z.discriminatedUnion('kind', [
  kind('invalid').extend({ problems: z.array(Problem) }),
  kind('badCredentials'),
  kind('unauthenticated'),
  kind('sessionEnded'),
  kind('forbidden'),
  kind('wrongTenant'),
  kind('notFound'),
  kind('slotTaken').extend({ conflicts: z.array(Appointment) }),
  kind('stale').extend({ current: Appointment }),
  kind('stepNotAllowed').extend({ current: Appointment }),
  kind('keyReused'),
  kind('versionMissing'),
  kind('protocolMismatch').extend({ server: z.int() }),
  kind('tooLarge'),
  kind('tooMany').extend({ retryAfterSeconds: z.int() }),
  kind('internal').extend({ requestId: z.string().optional() }),
  kind('unavailable'),
  kind('unreachable'),
  kind('notRoomlight'),
  kind('notSignedIn'),
  kind('cacheUnusable'),
]);
export type ErrorBody = z.infer<typeof ErrorBody>;
export type ErrorKind = ErrorBody['kind'];

/** HTTP status by kind; the workstation's own kinds never travel and answer 500 if they ever should. */
export const httpStatus: Record<ErrorKind, number> = {
  invalid: 400,
  badCredentials: 401,
  unauthenticated: 401,
  sessionEnded: 401,
  forbidden: 403,
  wrongTenant: 403,
  notFound: 404,
  slotTaken: 409,
  stale: 409,
  stepNotAllowed: 409,
  keyReused: 409,
  versionMissing: 428,
  protocolMismatch: 426,
  tooLarge: 413,
  tooMany: 429,
  internal: 500,
  unavailable: 503,
  unreachable: 500,
  notRoomlight: 500,
  notSignedIn: 500,
  cacheUnusable: 500,
};

/** The only error thrown on purpose. `body` is what crosses a boundary; `cause` stays for the log. */
export class RoomlightError extends Error {
  override readonly name = 'RoomlightError';
  readonly body: ErrorBody;

  constructor(body: ErrorBody, options?: { cause: unknown }) {
    super(body.message, options);
    this.body = body;
  }
}

/** Zod's findings in words: where (dotted path, or `root` for the whole) and what. */
export function invalid(error: z.ZodError, what = 'The request', root = 'body'): RoomlightError {
  const problems = error.issues.map((issue) => ({
    where: issue.path.join('.') || root,
    what: inWords(issue),
  }));
  const first = problems[0];
  const detail = first ? `: ${first.where} ${first.what}` : '';
  return new RoomlightError({
    kind: 'invalid',
    message: `${what} could not be understood${detail}. Correct it and send it again.`,
    problems,
  });
}

// A schema's own words are kept; zod's are for programmers.
const zodsOwnWords = /^(?:Invalid |Too big: |Too small: |Unrecognized )/;

function inWords(issue: z.core.$ZodIssue): string {
  if (!zodsOwnWords.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `does not know ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be of type ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_format':
      return issue.format === 'uuid' ? 'must be an id' : `must be written as ${issue.format}`;
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'has a value that is not allowed';
  }
}

function unitOf(origin: string): string {
  return origin === 'string' ? ' characters' : '';
}

/** Parse at a boundary, or throw `invalid`. `what` begins its sentence; `root` names the value where it is wrong as a whole. */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  what?: string,
  root?: string,
): z.infer<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw invalid(result.error, what, root);
  return result.data;
}
