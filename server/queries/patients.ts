import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { toPatient } from '#server/store/people.ts';
import type { Schema } from '#server/store/schema.ts';
import { digitsOf, fold } from '#server/store/search-text.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';

export interface PatientsWanted {
  readonly search: string;
  readonly limit: number;
}

/**
 * Patients that every word of the search fits, by name. A word fits when it begins a name (whatever its accents and
 * case, in any order), is part of the record number or of the phone number, or is the birth date, whole or its
 * beginning: `1984-03-14`, `1984-03`, `3/14/1984`, `14.3.1984`. An empty search fits everyone, one of nothing but signs
 * no one.
 */
export async function searchPatients(
  db: Kysely<Schema>,
  tenantId: TenantId,
  { search, limit }: PatientsWanted,
): Promise<Patient[]> {
  const rows = await db
    .selectFrom('patients')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where((eb) => fitsAll(eb, search.trim()))
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toPatient);
}

export async function readPatient(
  db: Kysely<Schema>,
  tenantId: TenantId,
  id: string,
): Promise<Patient | null> {
  const row = await db
    .selectFrom('patients')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toPatient(row) : null;
}

function fitsAll(eb: ExpressionBuilder<Schema, 'patients'>, search: string) {
  const conditions = search.split(/\s+/u).flatMap((word) => fits(eb, word));
  return conditions.length === 0 && search !== '' ? eb.lit(false) : eb.and(conditions);
}

// Folded words hold letters and digits only, so that nothing in them means anything to LIKE.
function fits(eb: ExpressionBuilder<Schema, 'patients'>, word: string) {
  const dates = datesOf(word);
  if (dates.length > 0) return [eb.or(dates.map((date) => eb('birth_date', 'like', `${date}%`)))];
  const digits = digitsOf(word);
  if (digits !== '' && !/\p{L}/u.test(word))
    return [eb.or([eb('mrn', 'like', `%${digits}%`), sql<boolean>`search_text like ${`%${digits}%`}`])];
  return fold(word)
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => eb('search_text', 'like', `% ${part}%`));
}

/** The days a word may mean: a day and month in figures are tried both ways round. */
function datesOf(word: string): string[] {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/u.exec(word);
  if (iso)
    return [
      iso
        .slice(1)
        .flatMap((part) => (part ? [part.padStart(2, '0')] : []))
        .join('-'),
    ];
  const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(word);
  if (!figures) return [];
  const [first = '', second = '', year = ''] = figures.slice(1).map((part) => part.padStart(2, '0'));
  return [`${year}-${first}-${second}`, `${year}-${second}-${first}`];
}
