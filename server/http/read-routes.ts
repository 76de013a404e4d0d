import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { IdentityService } from '#server/identity/service.ts';
import type { Queries } from '#server/queries/queries.ts';
import { parse, RoomlightError } from '#shared/errors.ts';
import { DayQuery, PatientQuery, reads, SnapshotQuery } from '#shared/http.ts';
import { TenantId } from '#shared/ids.ts';
import { identityOf } from './request-context.ts';
import { sendSnapshot } from './send-snapshot.ts';

type ReadName = keyof typeof reads;
type Read = (req: Request, res: Response) => Promise<void>;

const ClinicQuery = z.strictObject({ tenantId: TenantId.optional() });

/** What a workstation asks before anyone has signed in. */
export function openReadRoutes(queries: Queries): Router {
  const router = Router();
  router.get(reads.clinicFound.path, async (req, res) => {
    const { tenantId } = parse(ClinicQuery, req.query, 'The question', 'query');
    res.json(found(await queries.clinicFound(tenantId), 'clinic at this address'));
  });
  return router;
}

/** A route for each other line of the table of reads. Everyone of a clinic may read all of it, and nothing else. */
export function readRoutes(queries: Queries, identity: IdentityService): Router {
  const router = Router();
  const tenantOf = (req: Request) => identityOf(req).tenantId;
  const idOf = (req: Request) => String(req.params.id);
  const answers: Record<Exclude<ReadName, 'clinicFound'>, Read> = {
    me: async (req, res) => {
      res.json(await identity.me(identityOf(req)));
    },
    snapshot: async (req, res) => {
      const { from } = parse(SnapshotQuery, req.query, 'The question', 'query');
      sendSnapshot(req, res, found(await queries.snapshot(tenantOf(req), from ?? null), 'clinic'));
    },
    day: async (req, res) => {
      const wanted = parse(DayQuery, req.query, 'The question', 'query');
      res.json({ appointments: await queries.day(tenantOf(req), wanted) });
    },
    appointment: async (req, res) => {
      const appointment = found(await queries.appointment(tenantOf(req), idOf(req)), 'appointment');
      res.setHeader('ETag', `"${appointment.version}"`).json({ appointment });
    },
    history: async (req, res) => {
      found(await queries.appointment(tenantOf(req), idOf(req)), 'appointment');
      res.json({ events: await queries.history(tenantOf(req), idOf(req)) });
    },
    patients: async (req, res) => {
      const wanted = parse(PatientQuery, req.query, 'The question', 'query');
      res.json({ patients: await queries.patients(tenantOf(req), wanted) });
    },
    patient: async (req, res) => {
      const patient = found(await queries.patient(tenantOf(req), idOf(req)), 'patient');
      res.setHeader('ETag', `"${patient.version}"`).json({ patient });
    },
    providers: async (req, res) => {
      res.json({ providers: await queries.providers(tenantOf(req)) });
    },
  };
  for (const [name, answer] of Object.entries(answers)) router.get(reads[name as ReadName].path, answer);
  return router;
}

function found<T>(value: T | null, what: string): T {
  if (value !== null) return value;
  throw new RoomlightError({
    kind: 'notFound',
    message: `There is no such ${what}. Check what was asked for.`,
  });
}
