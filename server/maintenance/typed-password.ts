import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { LoginBody } from '#shared/http.ts';

const least = 12;

/**
 * A new password: typed twice and not shown, or, when stdin is not a terminal, its only line. Never an argument: those
 * are seen in the list of processes and stay in the shell's history.
 * @throws Error with a sentence for the administrator
 */
export async function readNewPassword(username: string): Promise<string> {
  if (!process.stdin.isTTY) return checked((await text(process.stdin)).replace(/\r?\n$/, ''));
  // From before the first question to after the last answer, so that no key is shown in between.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 });
  try {
    const password = checked(await ask(lines, `New password of ${username} (not shown): `));
    if ((await ask(lines, 'The same again: ')) === password) return password;
  } finally {
    lines.close();
  }
  throw new Error('The two were not the same. Nothing was changed; try again.');
}

function checked(password: string): string {
  if (password.length < least)
    throw new Error(
      `The password must have at least ${least} characters: shorter ones are found by trying if the database is ever stolen.`,
    );
  // What the sign-in would refuse, or nobody could type there.
  if (!LoginBody.shape.password.safeParse(password).success || /[\p{Cs}\p{Cc}]/u.test(password))
    throw new Error('The password must be one line of at most 256 characters that can be typed.');
  return password;
}

async function ask(lines: Interface, question: string): Promise<string> {
  process.stderr.write(question);
  const line = new Promise<string | null>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(null));
  });
  const typed = await line;
  process.stderr.write('\n');
  if (typed === null) throw new Error('Nothing was changed.');
  return typed;
}
