import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks at the terminal without showing what is typed. Null where there is nobody to ask. */
export async function askPassword(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return null;
  stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: nowhere, terminal: true });
  const ended = new AbortController();
  // Ctrl-C while asking ends the asking; the terminal passes it to the reader, not to the process.
  reader.once('SIGINT', () => ended.abort());
  try {
    return await reader.question('', { signal: ended.signal });
  } catch (error) {
    if (ended.signal.aborted) return null;
    throw error;
  } finally {
    reader.close();
    stderr.write('\n');
  }
}
