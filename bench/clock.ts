/**
 * Milliseconds on the machine's one monotonic clock. Every process of a machine reads the same one, which is what
 * lets the time between a publication here and its arrival there be a subtraction.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
