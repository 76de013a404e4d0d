import { z } from 'zod';
import { RoomlightError } from '#shared/errors.ts';
import { auth, type ClinicFound, type LoginBody, reads, type SignedIn } from '#shared/http.ts';
import type { WorkstationId } from '#shared/ids.ts';
import { protocol } from '#shared/version.ts';
import { parseAddress } from './address.ts';
import { ServerHttp } from './http.ts';

/** Signing out is not worth a long wait: the session runs out by itself. */
const logoutTimeoutMs = 3_000;

/**
 * Which clinic an address leads to.
 * @param address as typed by a person; see `parseAddress`
 * @throws RoomlightError `invalid`, `unreachable`, `notRoomlight`, `notFound`, `protocolMismatch`
 */
export async function findClinic(address: string): Promise<ClinicFound & { base: string }> {
  const { base, tenantId } = parseAddress(address);
  const query = tenantId === null ? '' : `?${new URLSearchParams({ tenantId }).toString()}`;
  const { path, answer } = reads.clinicFound;
  const found = await new ServerHttp(base).send({ method: 'GET', path: path + query, answer });
  if (found.protocol !== protocol) throw mismatch(found.protocol);
  return { ...found, base };
}

export interface Credentials {
  readonly address: string;
  readonly username: string;
  readonly password: string;
  readonly workstation: WorkstationId;
}

/**
 * Signs in. What comes back is all a `SyncSession` needs beside a cache.
 * @throws RoomlightError as `findClinic` · `badCredentials`, `tooMany`
 */
export async function signIn(credentials: Credentials): Promise<SignedIn & { base: string }> {
  const { address, username, password, workstation } = credentials;
  const { base, tenantId } = await findClinic(address);
  const { path, answer } = auth.login;
  const body: LoginBody = { tenantId, username, password, workstation };
  const signedIn = await new ServerHttp(base).send({ method: 'POST', path, answer, body });
  return { ...signedIn, base };
}

/** Ends a session on the server. False when the server could not be told. */
export async function logOut(http: ServerHttp, token: string): Promise<boolean> {
  const { path } = auth.logout;
  const headers = { Authorization: `Bearer ${token}` };
  try {
    await http.send({ method: 'POST', path, headers, answer: z.unknown(), timeoutMs: logoutTimeoutMs });
    return true;
  } catch (error) {
    if (error instanceof RoomlightError) return false;
    throw error;
  }
}

function mismatch(server: number): RoomlightError {
  const older = server < protocol ? 'The clinic server is older' : 'This workstation is older';
  const message = `${older} than the other side, so they do not understand each other. Ask your IT to update it.`;
  return new RoomlightError({ kind: 'protocolMismatch', message, server });
}
