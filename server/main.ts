import { startClinicServer } from './lifecycle/clinic-server.ts';
import { readConfig } from './lifecycle/config.ts';
import { announce, endOnSurprise, stopWithProcess } from './lifecycle/lifetime.ts';
import { createLog } from './lifecycle/logging.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  endOnSurprise(log);
  const server = await startClinicServer(config, { log });
  stopWithProcess(server, log);
  log.info({ url: server.url }, 'listening');
  await announce({ type: 'listening', url: server.url });
}

main().catch(async (error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Roomlight could not start. ${message}\n`);
  await announce({ type: 'failed', message });
  process.exit(1);
});
