import { type Request, type RequestHandler, Router } from 'express';
import type { Target } from '#server/commands/command.ts';
import type { CommandRunner } from '#server/commands/runner.ts';
import { CommandType, commands } from '#shared/commands.ts';
import { RoomlightError } from '#shared/errors.ts';
import { headers } from '#shared/http.ts';
import { keyOf } from './idempotency-key.ts';
import { identityOf } from './request-context.ts';

/** A route for each line of the table of commands. */
export function commandRoutes(runner: CommandRunner): Router {
  const router = Router();
  for (const type of CommandType.options) {
    const { method, path } = commands[type];
    router[method === 'POST' ? 'post' : 'patch'](path, commandRoute(runner, type));
  }
  return router;
}

function commandRoute(runner: CommandRunner, type: CommandType): RequestHandler {
  const { target, status } = commands[type];
  return async (req, res) => {
    const outcome = await runner.run(identityOf(req), {
      type,
      target: target ? targetOf(req) : null,
      body: req.body ?? {},
      key: keyOf(req),
    });
    if (outcome.replayed) res.setHeader(headers.replayed, 'true');
    if (!outcome.ok) throw new RoomlightError(outcome.error);
    const { answer } = outcome;
    const { version } = 'appointment' in answer ? answer.appointment : answer.patient;
    res.status(status).setHeader('ETag', `"${version}"`).json(answer);
  };
}

function targetOf(req: Request): Target {
  const text = req.get(headers.version);
  if (text === undefined)
    throw new RoomlightError({
      kind: 'versionMissing',
      message: `Send the version you saw as ${headers.version}, such as ${headers.version}: 3, so that nobody's change is lost.`,
    });
  const [, digits] = /^(?:W\/)?"?([1-9]\d{0,14})"?$/u.exec(text.trim()) ?? [];
  if (digits === undefined) {
    const what = 'must be the version you saw, such as 3';
    throw new RoomlightError({
      kind: 'invalid',
      message: `The ${headers.version} header ${what}. Correct it and send it again.`,
      problems: [{ where: headers.version, what }],
    });
  }
  return { id: String(req.params.id), version: Number(digits) };
}
