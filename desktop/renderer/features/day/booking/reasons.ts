/** What a dermatology clinic is mostly booked for, with the length it usually takes in minutes. Words are in the catalogue. */
export const reasonPresets = [
  { key: 'skinCheck', minutes: 30 },
  { key: 'fullSkinExam', minutes: 45 },
  { key: 'newLesion', minutes: 30 },
  { key: 'rash', minutes: 30 },
  { key: 'acne', minutes: 15 },
  { key: 'eczema', minutes: 30 },
  { key: 'psoriasis', minutes: 30 },
  { key: 'biologicStart', minutes: 45 },
  { key: 'biopsy', minutes: 30 },
  { key: 'biopsyResult', minutes: 15 },
  { key: 'excision', minutes: 60 },
  { key: 'mohsConsult', minutes: 30 },
  { key: 'mohsSurgery', minutes: 120 },
  { key: 'cryotherapy', minutes: 15 },
  { key: 'patchTest', minutes: 30 },
  { key: 'phototherapy', minutes: 15 },
  { key: 'woundCheck', minutes: 15 },
  { key: 'sutureRemoval', minutes: 15 },
  { key: 'alopecia', minutes: 30 },
  { key: 'followUp', minutes: 15 },
] as const;

/** Lengths offered with one click, in minutes. */
export const usualLengths = [15, 30, 45, 60, 90, 120] as const;

/** Length of a booking for no reason in particular. */
export const defaultLength = 30;
