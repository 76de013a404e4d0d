/** What visits are booked for; the lengths are in booking/reasons.ts. */
const reason = {
  skinCheck: 'Skin check',
  fullSkinExam: 'Full skin exam',
  newLesion: 'New lesion',
  rash: 'Rash',
  acne: 'Acne follow-up',
  eczema: 'Eczema',
  psoriasis: 'Psoriasis',
  biologicStart: 'Psoriasis, biologic start',
  biopsy: 'Biopsy',
  biopsyResult: 'Biopsy result visit',
  excision: 'Excision',
  mohsConsult: 'Mohs consult',
  mohsSurgery: 'Mohs surgery',
  cryotherapy: 'Cryotherapy',
  patchTest: 'Patch test',
  phototherapy: 'Phototherapy',
  woundCheck: 'Wound check',
  sutureRemoval: 'Suture removal',
  alopecia: 'Alopecia consult',
  followUp: 'Follow-up',
} as const;

export default reason;
