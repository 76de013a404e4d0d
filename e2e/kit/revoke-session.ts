import { auth, SignedIn } from '#shared/http.ts';
import { keychainEntries } from './keychain.ts';
import type { ClinicServer } from './server.ts';
import { until } from './wait.ts';
import type { Workstation } from './workstation.ts';

/** Ends a workstation's session behind its back, as a thief can who took its refresh token out of the keychain. */
export async function revokeSession(pc: Workstation, clinic: ClinicServer): Promise<void> {
  const { password: refreshToken } = await until('the session to be in the keychain', async () =>
    (await keychainEntries(pc.desktop)).find(({ account }) => account.startsWith('session:')),
  );
  const answer = await fetch(clinic.url + auth.refresh.path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refreshToken }),
  });
  if (!answer.ok) throw new Error('The refresh token in the keychain was no good.');
  const { accessToken } = SignedIn.parse(await answer.json());
  const headers = { Authorization: `Bearer ${accessToken}` };
  await fetch(clinic.url + auth.logout.path, { method: 'POST', headers });
}
