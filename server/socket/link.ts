import type { Link } from './io.ts';

/** What waits in the server for a link that does not read, beside the one write under way. */
export function waiting(link: Link): { packets: number; bytes: number } {
  // biome-ignore lint/complexity/useLiteralKeys: private in its types, and the only place that knows
  const packets = link['writeBuffer'];
  let bytes = 0;
  for (const { data } of packets) bytes += data?.length ?? 0;
  return { packets: packets.length, bytes };
}

/** Closes at once and frees what waited: a polite close would wait for the very peer that does not read. */
export function terminate(link: Link): void {
  const webSocket: unknown = Reflect.get(link.transport, 'socket');
  link.close(true);
  if (canTerminate(webSocket)) webSocket.terminate();
}

function canTerminate(value: unknown): value is { terminate(): void } {
  return typeof value === 'object' && value !== null && 'terminate' in value;
}
