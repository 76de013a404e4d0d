import { Router } from 'express';
import type { IdentityService } from '#server/identity/service.ts';
import { parse } from '#shared/errors.ts';
import { auth } from '#shared/http.ts';
import { addressOf } from './address.ts';
import { bearerOf } from './authenticate.ts';
import { keyOf } from './idempotency-key.ts';

/** Signing in, staying in, signing out: for those who have no access token, or no longer a good one. */
export function authRoutes(identity: IdentityService): Router {
  const router = Router();
  router.post(auth.login.path, async (req, res) => {
    const body = parse(auth.login.body, req.body, 'The sign-in');
    res.json(await identity.signIn(body, addressOf(req)));
  });
  router.post(auth.refresh.path, async (req, res) => {
    const { refreshToken } = parse(auth.refresh.body, req.body);
    res.json(await identity.refresh(refreshToken, keyOf(req)));
  });
  router.post(auth.logout.path, async (req, res) => {
    await identity.signOut(bearerOf(req));
    res.status(204).end();
  });
  return router;
}
