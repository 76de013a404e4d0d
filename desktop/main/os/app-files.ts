import { readFile } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { isOurs } from './app-origin.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

// Nothing but our own files, and no connection at all: a window asks the main process, never a network. Styles are
// written into the page by the component library, hence 'unsafe-inline' for them and for nothing else.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Answers for `app://roomlight/…` out of one folder, and for nothing above or beside it. */
export function appFiles(folder: string): (request: Request) => Promise<Response> {
  const root = resolve(folder);
  return async (request) => {
    if (request.method !== 'GET') return refusal(405);
    const path = pathWithin(root, request.url);
    const type = path && types[extname(path)];
    if (!path || !type) return refusal(404);
    try {
      return new Response(await readFile(path), { headers: { ...headers, 'Content-Type': type } });
    } catch (error) {
      if (isAbsent(error)) return refusal(404);
      throw error;
    }
  };
}

function pathWithin(root: string, address: string): string | null {
  if (!isOurs(address)) return null;
  const path = join(root, decoded(new URL(address).pathname) ?? '\0');
  const below = relative(root, path);
  const inside =
    below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && resolve(root, below) === path;
  return inside && !path.includes('\0') ? path : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

const refusal = (status: number) => new Response(null, { status, headers });
