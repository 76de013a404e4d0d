import { isIPv6 } from 'node:net';
import type { Request } from 'express';

/** Who asks, where callers are counted: see `networkOf`. */
export function addressOf(req: Request): string {
  return networkOf(req.ip ?? 'unknown');
}

/**
 * An IPv4 address as it is; of IPv6 the first 64 bits, because whoever has one address of such a network has all of
 * them. `2001:db8::1` and `2001:db8::2` → `2001:db8:0:0::/64`.
 */
export function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = address.split('%');
  return isIPv6(bare) ? `${groupsOf(bare).slice(0, 4).join(':')}::/64` : address;
}

/** All eight groups, each in its shortest form; `::` stands for as many as are missing. */
function groupsOf(address: string): string[] {
  const { hostname } = new URL(`http://[${address}]`);
  const [before = [], after = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  return [...before, ...new Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
