import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

const shortest = 32;

/**
 * The secret that signs access tokens: `JWT_SECRET` when set, else one made at the first start and kept in the data
 * folder, readable by the server's user only. Whoever changes it ends every access token, not the sessions.
 * @param dataFolder must exist
 */
export async function loadJwtSecret(
  dataFolder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const given = env.JWT_SECRET;
  if (given !== undefined) {
    if (given.length >= shortest) return given;
    throw new Error(
      `JWT_SECRET is too short to be safe. Give it at least ${shortest} random characters, or leave it out: the server then makes its own.`,
    );
  }
  const file = join(dataFolder, 'jwt-secret');
  const kept = await readIfThere(file);
  if (kept === null) return makeSecret(file);
  if (kept.length >= shortest) return kept;
  throw new Error(`The file ${file} is damaged. Delete it and start again: everyone then refreshes once.`);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

// Written beside and renamed, so that a crash in between leaves no half secret.
async function makeSecret(file: string): Promise<string> {
  const secret = randomBytes(48).toString('base64url');
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  return secret;
}
