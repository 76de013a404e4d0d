import { formatRecordNumber } from '#server/store/patients.ts';
import type { PatientId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';
import { addDays, atWallMinutes, type LocalDate, type TimeZone } from '#shared/time.ts';
import { names } from './names.ts';
import type { Random } from './random.ts';

const areaCodes = ['312', '773', '872', '708', '847', '630'] as const;

export interface PatientsPlan {
  readonly count: number;
  readonly today: LocalDate;
  readonly timeZone: TimeZone;
}

/** Patients of many origins and ages, known to the clinic for months or years, oldest record first. */
export function demoPatients({ count, today, timeZone }: PatientsPlan, random: Random): Patient[] {
  const registered = Array.from({ length: count }, () => {
    const day = addDays(today, -random.whole(90, 3 * 365));
    return atWallMinutes(day, random.whole(8 * 60, 16 * 60), timeZone);
  });
  const taken = new Set<string>();
  return registered.toSorted().map((createdAt, index) => {
    const { givenName, familyName } = unusedName(taken, random);
    return {
      id: random.uuid<PatientId>(),
      version: 1,
      mrn: formatRecordNumber(index + 1),
      givenName,
      familyName,
      birthDate: addDays(today, -Math.round(ageInYears(random) * 365.25)),
      // 555-0100 to 555-0199 belong to nobody.
      phone: `(${random.pick(areaCodes)}) 555-01${String(random.whole(0, 99)).padStart(2, '0')}`,
      createdAt,
      updatedAt: createdAt,
    };
  });
}

/** Ages in years on `today`. */
export function agesOf(patients: readonly Patient[], today: LocalDate): (patient: Patient) => number {
  const now = Date.parse(today);
  const ages = new Map(
    patients.map((patient) => [patient, (now - Date.parse(patient.birthDate)) / (365.25 * 86_400_000)]),
  );
  return (patient) => ages.get(patient) ?? 0;
}

// Two thirds are past fifty, as in any dermatology practice.
function ageInYears(random: Random): number {
  return random.chance(0.65) ? random.between(45, 92) : random.between(3, 45);
}

function unusedName(taken: Set<string>, random: Random): { givenName: string; familyName: string } {
  for (;;) {
    const { given, family } = random.weighted(names);
    const givenName = random.pick(given);
    const familyName = random.pick(family);
    const whole = `${givenName} ${familyName}`;
    if (taken.has(whole)) continue;
    taken.add(whole);
    return { givenName, familyName };
  }
}
