import { Router } from 'express';
import type { Logger } from 'pino';
import type { Queries } from '#server/queries/queries.ts';

/** `/healthz`: the process answers. `/readyz`: it can do its work; 503 says what of it it cannot. */
export function healthRoutes(queries: Queries, log: Logger): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' });
  });
  router.get('/readyz', async (_req, res) => {
    const { databaseWritable, logReadable, problems } = await queries.readiness();
    for (const problem of problems) log.error({ err: problem }, 'not ready');
    const ready = databaseWritable && logReadable;
    res
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'notReady', databaseWritable, logReadable });
  });
  return router;
}
