/** What a visit is for, how long it is booked, and at which ages it is likely. */
export interface Reason {
  readonly text: string;
  readonly minutes: number;
  readonly weight: number;
  readonly ages?: readonly [youngest: number, oldest: number];
}

const dermatology: readonly Reason[] = [
  { text: 'Skin check, annual', minutes: 30, weight: 10, ages: [25, 95] },
  { text: 'Skin check', minutes: 30, weight: 4, ages: [20, 95] },
  { text: 'New lesion, forearm', minutes: 30, weight: 4, ages: [30, 95] },
  { text: 'New lesion, scalp', minutes: 30, weight: 3, ages: [40, 95] },
  { text: 'Mole check', minutes: 15, weight: 5 },
  { text: 'Biopsy result visit', minutes: 30, weight: 4, ages: [30, 95] },
  { text: 'Suture removal', minutes: 15, weight: 4, ages: [20, 95] },
  { text: 'Actinic keratosis, cryotherapy', minutes: 30, weight: 5, ages: [50, 95] },
  { text: 'Acne follow-up', minutes: 15, weight: 6, ages: [12, 35] },
  { text: 'Acne, isotretinoin monthly', minutes: 15, weight: 4, ages: [14, 32] },
  { text: 'Psoriasis, biologic start', minutes: 30, weight: 3, ages: [18, 80] },
  { text: 'Psoriasis follow-up', minutes: 15, weight: 4, ages: [16, 85] },
  { text: 'Eczema flare', minutes: 30, weight: 4, ages: [1, 60] },
  { text: 'Rash, 2 weeks', minutes: 30, weight: 5 },
  { text: 'Alopecia consult', minutes: 30, weight: 3, ages: [18, 70] },
  { text: 'Rosacea follow-up', minutes: 15, weight: 3, ages: [28, 75] },
  { text: 'Wart treatment', minutes: 15, weight: 4, ages: [6, 40] },
  { text: 'Hidradenitis follow-up', minutes: 30, weight: 2, ages: [16, 55] },
  { text: 'Vitiligo, phototherapy review', minutes: 15, weight: 2, ages: [10, 70] },
  { text: 'Patch test reading', minutes: 15, weight: 2, ages: [18, 70] },
  { text: 'Excision, back', minutes: 45, weight: 3, ages: [30, 90] },
  { text: 'Excision, shoulder', minutes: 45, weight: 2, ages: [30, 90] },
  { text: 'Cyst removal', minutes: 45, weight: 2, ages: [20, 75] },
];

const mohsSurgery: readonly Reason[] = [
  { text: 'Mohs, nasal tip, stage 1', minutes: 75, weight: 3, ages: [50, 95] },
  { text: 'Mohs, left ear', minutes: 60, weight: 3, ages: [50, 95] },
  { text: 'Mohs, right cheek', minutes: 75, weight: 3, ages: [50, 95] },
  { text: 'Mohs, scalp', minutes: 60, weight: 2, ages: [55, 95] },
  { text: 'Mohs consult', minutes: 30, weight: 6, ages: [45, 95] },
  { text: 'Wound check', minutes: 15, weight: 6, ages: [45, 95] },
  { text: 'Suture removal', minutes: 15, weight: 4, ages: [45, 95] },
  { text: 'Flap repair follow-up', minutes: 30, weight: 3, ages: [50, 95] },
];

export function reasonsOf(specialty: string): readonly Reason[] {
  return specialty === 'Mohs surgery' ? mohsSurgery : dermatology;
}

export const squeezedIn: Reason = { text: 'Bleeding after biopsy', minutes: 15, weight: 1, ages: [25, 95] };
export const overbookReason = 'Seen between two visits, agreed with the provider';

export const cancelReasons = [
  'Feeling unwell',
  'Cannot leave work',
  'No transport today',
  'Wants to think it over',
  'Will call for another date',
] as const;

export const notes = [
  'Interpreter needed: Spanish',
  'Uses a wheelchair',
  'Latex allergy',
  'Brings outside biopsy report',
  'Prefers to be called by mobile phone',
  'Accompanied by a relative',
  'Insurance card to be copied',
] as const;
