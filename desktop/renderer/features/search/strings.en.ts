const search = {
  placeholder: 'Search patients and visits',
  label: 'Search patients and visits by name, record number or phone',
  hintTitle: 'Find a patient or a visit',
  hint: 'Type a name, a record number or a phone number.',
  nothingTitle: 'Nothing found for “{{text}}”',
  nothing: 'Check the spelling, or try only the family name or the record number.',
  failed: 'The search did not work',
  patients: 'Patients',
  visits: 'Visits',
  visitsOf: 'Visits of {{name}}',
  noVisits: 'No visits are kept here for this patient',
  noVisitsText: 'Older visits are not kept on the workstation.',
  born: 'born {{date}}',
  back: 'Back to the results',
  reading: 'Reading…',
  keyMove: 'move',
  keyOpen: 'open',
  keyClose: 'close',
  keyBack: 'back',
} as const;

export default search;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    search: typeof search;
  }
}
