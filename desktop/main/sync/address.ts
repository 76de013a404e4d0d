import { BlockList, isIP } from 'node:net';
import { RoomlightError } from '#shared/errors.ts';
import { TenantId } from '#shared/ids.ts';

/** `base`: the server's origin, such as `https://clinic.example`. `tenantId` null: the server has one clinic only. */
export interface ParsedAddress {
  readonly base: string;
  readonly tenantId: TenantId | null;
}

const defaultPort = 4000;

/**
 * Reads what a person types for the clinic: `clinic.example`, `10.0.0.5:4000`, `https://host/tenant`.
 *
 * Without a scheme, this PC and addresses that only exist inside a building (private ranges, names without a dot,
 * `.local`, `.lan`, `.internal`, `.home.arpa`) are spoken to by http, everything else by https, both on port 4000.
 * Nothing is tried in turn: falling back from https to http would hand the password to whoever blocks https. Who
 * types a scheme means it, and its own port.
 * @throws RoomlightError `invalid` with what to type instead
 */
export function parseAddress(typed: string): ParsedAddress {
  const text = typed.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    throw refuse(`begin with http:// or https://, or with the name of the server`);
  const href = scheme ? text : `http://${text}`;
  if (!URL.canParse(href) || /[\s\\]/.test(text)) throw refuse('be like clinic.example or 10.0.0.5:4000');
  const url = new URL(href);
  if (url.username || url.password || url.search || url.hash)
    throw refuse('hold nothing but the server and, after a slash, the clinic');
  const [clinic, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (rest.length > 0) throw refuse('hold at most one name after the server, such as host:4000/tenant-demo');
  return { base: scheme ? url.origin : withoutScheme(url, text), tenantId: clinicOf(clinic) };
}

function withoutScheme(url: URL, text: string): string {
  const guessed = isInHouse(url.hostname) ? 'http' : 'https';
  // A URL forgets a port that is its scheme's own; here the text tells whether one was typed.
  const typedPort = /^(?:\[[^\]]*\]|[^/:]*):(\d+)/.exec(text)?.[1];
  return new URL(`${guessed}://${url.hostname}:${typedPort ?? defaultPort}`).origin;
}

function clinicOf(part: string | undefined): TenantId | null {
  if (part === undefined) return null;
  const parsed = TenantId.safeParse(part.toLowerCase());
  if (!parsed.success) throw refuse('name the clinic in small letters, digits and dashes');
  return parsed.data;
}

const inHouse = new BlockList();
inHouse.addSubnet('127.0.0.0', 8);
inHouse.addSubnet('10.0.0.0', 8);
inHouse.addSubnet('172.16.0.0', 12);
inHouse.addSubnet('192.168.0.0', 16);
inHouse.addSubnet('169.254.0.0', 16);
inHouse.addAddress('::1', 'ipv6');
inHouse.addSubnet('fc00::', 7, 'ipv6');
inHouse.addSubnet('fe80::', 10, 'ipv6');

function isInHouse(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(bare);
  if (version !== 0) return inHouse.check(bare, version === 6 ? 'ipv6' : 'ipv4');
  return !bare.includes('.') || /\.(local|lan|internal|home\.arpa)$/i.test(bare);
}

function refuse(what: string): RoomlightError {
  return new RoomlightError({
    kind: 'invalid',
    message: `The clinic address must ${what}. Correct it and try again.`,
    problems: [{ where: 'address', what: `must ${what}` }],
  });
}
