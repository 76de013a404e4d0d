import { z } from 'zod';
import { RoomlightError } from '#shared/errors.ts';
import type { TenantId, UserId } from '#shared/ids.ts';
import { Clinic, Member } from '#shared/people.ts';
import { parseAddress } from '../sync/address.ts';

/** Who is signed in, and where. Enough to show the cached day before the server has said a word (W3); no secret. */
export const Person = z.object({
  /** As the person typed it. */
  address: z.string(),
  /** The server's origin. */
  base: z.string(),
  member: Member,
  clinic: Clinic,
});
export type Person = z.infer<typeof Person>;

/** Whose day it is: there is one cache for each (W2). */
export interface Owner {
  readonly base: string;
  readonly tenantId: TenantId;
  readonly userId: UserId;
}

export function ownerOf({ base, clinic, member }: Person): Owner {
  return { base, tenantId: clinic.id, userId: member.id };
}

export function sameOwner(one: Owner, other: Owner): boolean {
  return one.base === other.base && one.tenantId === other.tenantId && one.userId === other.userId;
}

/** What a sign-in form starts with. */
export interface Form {
  readonly address: string | null;
  readonly username: string | null;
}

/** Whether an address, as typed, is that of the person's clinic. */
export function leadsTo(address: string, person: Person): boolean {
  try {
    const { base, tenantId } = parseAddress(address);
    return base === person.base && (tenantId === null || tenantId === person.clinic.id);
  } catch (error) {
    // What is no address leads nowhere; signing in with it says what is wrong with it.
    if (error instanceof RoomlightError) return false;
    throw error;
  }
}
