import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** The operating system's keychain, as far as Roomlight needs it. Each may reject when the keychain refuses. */
export interface Keychain {
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  delete(account: string): Promise<void>;
}

/** `why` is a sentence for the person in front of this PC. */
export type KeychainFound = { keychain: Keychain } | { keychain: null; why: string; cause: unknown };

const consequence = 'Nothing is kept on this PC, and you will sign in each time Roomlight opens.';
const broken = `The keychain of this PC cannot be used. ${consequence} Your IT can set one up.`;
const silent = `The keychain of this PC did not answer. ${consequence} Unlock it, then open Roomlight again.`;

/**
 * Tries the keychain with an entry made up for it: written, read back, deleted. A keychain that is locked asks
 * its owner first, hence a limit of time a person can meet.
 */
export async function probeKeychain(load: () => Promise<Keychain>, limit = 30_000): Promise<KeychainFound> {
  const late = new AbortController();
  try {
    const lateAnswer = sleep(limit, null, { signal: late.signal, ref: false });
    const keychain = await Promise.race([tried(load), lateAnswer]);
    if (keychain) return { keychain };
    return { keychain: null, why: silent, cause: new Error(`no answer within ${limit} ms`) };
  } catch (cause) {
    return { keychain: null, why: broken, cause };
  } finally {
    late.abort();
  }
}

async function tried(load: () => Promise<Keychain>): Promise<Keychain> {
  const keychain = await load();
  const account = `probe:${randomUUID()}`;
  const secret = randomUUID();
  await keychain.set(account, secret);
  const read = await keychain.get(account);
  await keychain.delete(account);
  if (read !== secret) throw new Error('the keychain did not give back what was put into it');
  return keychain;
}
