import type { Keychain } from './keychain.ts';

const service = 'Roomlight';

/** Rejects where the system library behind it is missing, as libsecret is on a bare Linux. */
export async function loadKeytar(): Promise<Keychain> {
  const { default: keytar } = await import('keytar');
  return {
    get: (account) => keytar.getPassword(service, account),
    set: (account, secret) => keytar.setPassword(service, account, secret),
    delete: async (account) => {
      await keytar.deletePassword(service, account);
    },
  };
}
