/**
 * A time of day as people type it at a desk: `9`, `930`, `9:30`, `9.30`, `1pm`, `13:15`. Minutes past midnight, or null
 * when it is no time. Without am or pm it is read as written, on the 24-hour clock.
 */
export function parseClock(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?m?\.?$/i.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[2] ?? 0);
  let hours = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (half) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
  }
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
