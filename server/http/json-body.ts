import { json, type RequestHandler } from 'express';
import { RoomlightError } from '#shared/errors.ts';

/** Reads JSON bodies up to the limit, and says so when a body is something else instead of leaving it out. */
export function jsonBody(limitBytes: number): RequestHandler[] {
  return [refuseOtherBodies, json({ limit: limitBytes })];
}

const refuseOtherBodies: RequestHandler = (req, _res, next) => {
  // `is` answers null without a body, false for one of another type.
  const empty = req.get('Content-Length') === '0';
  if (!empty && req.is('json') === false) {
    const what = 'must be application/json';
    throw new RoomlightError({
      kind: 'invalid',
      message: 'The body must be JSON. Send it with Content-Type: application/json.',
      problems: [{ where: 'Content-Type', what }],
    });
  }
  next();
};
