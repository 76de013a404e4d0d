import { resolve as resolvePath } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../electron/cache.ts';
import { type Report, withProgress } from '../electron/progress.ts';
import { type Child, startChild } from './child.ts';

export type Server = {
  child: Child;
  url: string;
  /** Lets its log through, from its first line on; held until then, so that it does not cut into our sentences. */
  showLog: () => void;
};

const Announcement = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), url: z.string() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

/** Starts the clinic server and waits until it answers. Rejects with the sentence it gave when it could not. */
export async function startServer(env: NodeJS.ProcessEnv, report: Report): Promise<Server> {
  const child = startChild('The clinic server', process.execPath, ['server/main.ts'], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = await withProgress(report, 'Starting the clinic server', () => announced(child));
  return { child, url, showLog: () => showLog(child) };
}

function showLog({ process: { stdout } }: Child): void {
  stdout?.pipe(process.stdout);
}

function announced(child: Child): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stderr } = child.process;
    const showComplaints = () => stderr?.pipe(process.stderr);
    child.process.once('message', (message) => {
      const said = Announcement.safeParse(message).data;
      if (said?.type === 'listening') {
        showComplaints();
        resolve(said.url);
      } else if (said) {
        // It complains of the same, and two complaints would look like two faults.
        stderr?.destroy();
        reject(new Error(`The clinic server could not start. ${said.message}`));
      }
    });
    void child.ended.then((how) => {
      if (!stderr?.destroyed) showComplaints();
      showLog(child);
      reject(new Error(`The clinic server ${how ?? 'ended'}.`));
    });
  });
}

/** Where the server and the workstations of this start keep everything. */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  return resolvePath(projectRoot, env.ROOMLIGHT_DATA?.trim() || './data');
}
