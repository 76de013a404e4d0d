/**
 * When an event was published travels inside it, as the booking's note: every server measured carries it unchanged to
 * every socket, and a receiver finds it without parsing the message, which keeps the receiver's own cost small and
 * the same for all.
 */
export function markerOf(publishedMs: number): string {
  return publishedMs.toFixed(6);
}

const before = Buffer.from('"note":"');
const quote = 0x22;

/** Calls `found` with the time of publication of each event in a message. */
export function eachMarker(message: Buffer, found: (publishedMs: number) => void): void {
  let at = message.indexOf(before);
  while (at >= 0) {
    const start = at + before.length;
    const end = message.indexOf(quote, start);
    found(Number(message.toString('latin1', start, end)));
    at = message.indexOf(before, end);
  }
}
