import type { Request, Response } from 'express';
import type { PackedSnapshot } from '#server/queries/snapshot-cache.ts';

/** Sends what was packed once for everyone, instead of writing and compressing it for each. */
export function sendSnapshot(req: Request, res: Response, packed: PackedSnapshot): void {
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.vary('Accept-Encoding');
  if (req.acceptsEncodings('gzip')) {
    res.setHeader('Content-Encoding', 'gzip');
    res.send(packed.gzip);
  } else {
    res.send(packed.json);
  }
}
