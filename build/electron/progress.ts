export type Report = (line: string) => void;

const FIRST_LINE_AFTER = 2_000;
const NEXT_LINE_AFTER = 10_000;

/** Says what is going on once it has taken two seconds, and again every ten: silence looks like a hang. */
export async function withProgress<T>(report: Report, label: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const say = () => report(`${label} … ${Math.round((Date.now() - started) / 1000)} s`);
  let repeating: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    say();
    repeating = setInterval(say, NEXT_LINE_AFTER);
  }, FIRST_LINE_AFTER);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(repeating);
  }
}
