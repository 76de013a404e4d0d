import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSelfSigned } from '#server/testing/self-signed.ts';
import { ServerProcess } from '#server/testing/server-process.ts';
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts';
import { projectRoot } from '../../build/electron/cache.ts';
import { demoPassword } from '../kit/api.ts';

let folder: string;
let remove: () => Promise<void>;
let server: ServerProcess;
let certificate: string;

beforeEach(async () => {
  ({ folder, remove } = await makeTemporaryFolder());
  const { cert, key } = makeSelfSigned();
  certificate = join(folder, 'cert.pem');
  const keyFile = join(folder, 'key.pem');
  await writeFile(certificate, cert);
  await writeFile(keyFile, key);
  const tls = { TLS_CERT: certificate, TLS_KEY: keyFile, HOST: '127.0.0.1' };
  server = await ServerProcess.start({ ROOMLIGHT_DATA: join(folder, 'data'), LOG_LEVEL: 'error', ...tls });
});
afterEach(async () => {
  await server.kill();
  await remove();
});

/** The day as the terminal workstation shows it, over https and the socket; `env` says what its system trusts. */
function printDay(env: Record<string, string>): Promise<string> {
  const args = ['desktop/terminal/main.ts', '--server', server.url, '--once'];
  const all = { PATH: process.env.PATH, ROOMLIGHT_PASSWORD: demoPassword, ...env };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: projectRoot, env: all }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

// SSL_CERT_FILE is how OpenSSL on Linux is told of another store of the system.
it.skipIf(process.platform !== 'linux')(
  'a certificate that only the operating system trusts is trusted, one that nobody trusts is not',
  async () => {
    expect(await printDay({})).toMatch(/cannot prove that it is the clinic’s\. Check the address, or ask/);
    expect(await printDay({ SSL_CERT_FILE: certificate })).toMatch(/^Signed in as [\s\S]+ visits\.$/m);
  },
);
