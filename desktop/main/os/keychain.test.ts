import { expect, test } from 'vitest';
import { type Keychain, probeKeychain } from './keychain.ts';

function inMemory(changes: Partial<Keychain> = {}): Keychain & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: async (account) => entries.get(account) ?? null,
    set: async (account, secret) => {
      entries.set(account, secret);
    },
    delete: async (account) => {
      entries.delete(account);
    },
    ...changes,
  };
}

const never = () => new Promise<never>(() => {});

test('a keychain that gives back what was put in is usable, and nothing of the probe stays', async () => {
  const keychain = inMemory();
  const found = await probeKeychain(async () => keychain);
  expect(found.keychain).toBe(keychain);
  expect(keychain.entries.size).toBe(0);
});

test('W2 one that cannot be loaded is unusable, in a sentence', async () => {
  const found = await probeKeychain(async () => {
    throw new Error('libsecret-1.so.0: cannot open shared object file');
  });
  expect(found).toMatchObject({
    keychain: null,
    why: expect.stringMatching(/^The keychain .* cannot be used\./),
  });
  expect(JSON.stringify(found)).not.toContain('libsecret');
});

test.each(['get', 'set', 'delete'] as const)('one that refuses to %s is unusable', async (name) => {
  const refuse = () => Promise.reject(new Error('denied'));
  expect((await probeKeychain(async () => inMemory({ [name]: refuse }))).keychain).toBeNull();
});

test('one that forgets, or answers something else, is unusable', async () => {
  expect((await probeKeychain(async () => inMemory({ set: async () => {} }))).keychain).toBeNull();
  expect((await probeKeychain(async () => inMemory({ get: async () => 'other' }))).keychain).toBeNull();
});

test.each(['get', 'set', 'delete'] as const)(
  'one that never answers %s is given up in time',
  async (name) => {
    const found = await probeKeychain(async () => inMemory({ [name]: never }), 5);
    expect(found).toMatchObject({ keychain: null, why: expect.stringContaining('did not answer') });
  },
);

test('a refusal after the time is up troubles nobody', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const found = await probeKeychain(async () => inMemory({ set: () => promise }), 5);
  reject(new Error('too late'));
  expect(found.keychain).toBeNull();
});
