import { z } from 'zod';
import { TimeZone } from '#shared/time.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Undefined: the server makes one and keeps it in the data folder. */
  readonly jwtSecret: string | undefined;
  /** Web addresses that may call from a browser. */
  readonly corsOrigins: readonly string[];
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly logLevel: LogLevel;
  readonly keepLogDays: number;
  readonly keepLogEvents: number;
  /** Requests a second. */
  readonly ratePerUser: number;
  readonly rateSnapshotsPerUser: number;
  readonly ratePerAddress: number;
  /** How many proxies stand in front of the server and may say where a request came from. */
  readonly trustedProxies: number;
  /** Whether a database without a clinic gets the demo clinic. */
  readonly demo: boolean;
  /** Undefined: where this computer is. */
  readonly demoTimeZone: TimeZone | undefined;
}

const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
  error: 'must be one of fatal, error, warn, info, debug, silent',
});
type LogLevel = z.infer<typeof LogLevel>;

const count = (least: number, most: number, otherwise: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  const number = z.coerce.number({ error }).int(error).min(least, error).max(most, error);
  return number.default(otherwise);
};
const text = z.string().trim();
const origin = text.refine(
  isOrigin,
  'must be a web address such as https://clinic.example, several parted by commas',
);
const onOff = z.enum(['on', 'off'], { error: 'must be on or off' });

const Variables = z
  .object({
    PORT: count(0, 65_535, 4_000),
    HOST: text.optional(),
    ROOMLIGHT_DATA: text.default('./data'),
    JWT_SECRET: z
      .string()
      .min(32, 'must have at least 32 characters; leave it out and the server makes its own')
      .optional(),
    FRONTEND_URL: text
      .transform((list) => list.split(','))
      .pipe(z.array(origin))
      .default([]),
    TLS_CERT: text.optional(),
    TLS_KEY: text.optional(),
    LOG_LEVEL: LogLevel.default('info'),
    ROOMLIGHT_LOG_KEEP_DAYS: count(0, 3_650, 14),
    ROOMLIGHT_LOG_KEEP_EVENTS: count(0, 10_000_000, 100_000),
    ROOMLIGHT_RATE_PER_USER: count(1, 100_000, 50),
    ROOMLIGHT_RATE_SNAPSHOTS_PER_USER: count(1, 100_000, 10),
    ROOMLIGHT_RATE_PER_ADDRESS: count(1, 100_000, 200),
    ROOMLIGHT_TRUSTED_PROXIES: count(0, 10, 0),
    ROOMLIGHT_DEMO: onOff.default('on'),
    ROOMLIGHT_DEMO_TIME_ZONE: TimeZone.optional(),
  })
  .superRefine(({ TLS_CERT, TLS_KEY }, ctx) => {
    if ((TLS_CERT === undefined) === (TLS_KEY === undefined)) return;
    const missing = TLS_CERT === undefined ? 'TLS_CERT' : 'TLS_KEY';
    ctx.addIssue({
      code: 'custom',
      path: [missing],
      message: 'must be given too: HTTPS needs the certificate and its key',
    });
  });

/** @throws Error naming every variable that cannot be used and what it must be */
export function readConfig(environment: Environment): Config {
  // An empty variable is one that was not set: many ways to start a service cannot leave one out.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = Variables.safeParse(given);
  if (!result.success) throw unusable(result.error);
  const env = result.data;
  const { TLS_CERT: certFile, TLS_KEY: keyFile } = env;
  const tls = certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : null;
  return {
    port: env.PORT,
    host: env.HOST ?? defaultHost(tls !== null),
    dataFolder: env.ROOMLIGHT_DATA,
    jwtSecret: env.JWT_SECRET,
    corsOrigins: env.FRONTEND_URL.map((url) => new URL(url).origin),
    tls,
    logLevel: env.LOG_LEVEL,
    keepLogDays: env.ROOMLIGHT_LOG_KEEP_DAYS,
    keepLogEvents: env.ROOMLIGHT_LOG_KEEP_EVENTS,
    ratePerUser: env.ROOMLIGHT_RATE_PER_USER,
    rateSnapshotsPerUser: env.ROOMLIGHT_RATE_SNAPSHOTS_PER_USER,
    ratePerAddress: env.ROOMLIGHT_RATE_PER_ADDRESS,
    trustedProxies: env.ROOMLIGHT_TRUSTED_PROXIES,
    demo: env.ROOMLIGHT_DEMO === 'on',
    demoTimeZone: env.ROOMLIGHT_DEMO_TIME_ZONE,
  };
}

/**
 * The whole network only when the way there is encrypted: names of patients must not cross it in clear, and the demo's
 * sign-ins are known to everyone, unless the clinic says so itself with HOST.
 */
function defaultHost(encrypted: boolean): string {
  return encrypted ? '0.0.0.0' : '127.0.0.1';
}

function isOrigin(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

function unusable(error: z.ZodError): Error {
  const lines = error.issues.map(({ path, message }) => `  ${String(path[0])} ${message}.`);
  return new Error(
    `The settings of the server cannot be used. Correct and start again:\n${lines.join('\n')}`,
  );
}
