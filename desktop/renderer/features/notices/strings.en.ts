const notices = {
  label: 'Changes by others',
  you: 'You, at another workstation,',
  'appointment.created': '{{who}} booked {{patient}} at {{time}} with {{provider}}',
  'appointment.changed': '{{who}} edited the visit of {{patient}} at {{time}}',
  'appointment.moved': '{{who}} moved {{patient}} to {{time}} with {{provider}}',
  'appointment.confirmed': '{{who}} confirmed {{patient}} at {{time}}',
  'appointment.checkedIn': '{{who}} checked in {{patient}}',
  'appointment.roomed': '{{who}} took {{patient}} to {{room}}',
  'appointment.started': '{{patient}} is now with {{provider}}',
  'appointment.checkedOut': '{{who}} checked out {{patient}}',
  'appointment.cancelled': '{{who}} cancelled {{patient}} at {{time}}',
  'appointment.markedNoShow': '{{who}} marked {{patient}} as a no-show',
  'appointment.reopened': '{{who}} put {{patient}} back at {{time}}',
  'appointment.steppedBack': '{{who}} set {{patient}} back to “{{status}}”',
  show: 'Show',
  close: 'Close',
  more_one: '{{count}} more change',
  more_other: '{{count}} more changes',
  away_one: '{{count}} change while you were away',
  away_other: '{{count}} changes while you were away',
  aPatient: 'a patient',
  dismiss: 'Put away',
  moreRefused_one: 'and {{count}} more change was refused',
  moreRefused_other: 'and {{count}} more changes were refused',
  what: {
    'appointment.book': 'The booking of {{patient}} at {{time}} was refused.',
    'appointment.change': 'The edit of the visit of {{patient}} was refused.',
    'appointment.move': 'Moving {{patient}} to {{time}} was refused.',
    'appointment.confirm': 'Confirming {{patient}} was refused.',
    'appointment.checkIn': 'Checking in {{patient}} was refused.',
    'appointment.room': 'Rooming {{patient}} was refused.',
    'appointment.start': 'Starting the visit of {{patient}} was refused.',
    'appointment.checkOut': 'Checking out {{patient}} was refused.',
    'appointment.cancel': 'Cancelling {{patient}} was refused.',
    'appointment.markNoShow': 'Marking {{patient}} as a no-show was refused.',
    'appointment.reopen': 'Putting {{patient}} back was refused.',
    'appointment.stepBack': 'Setting {{patient}} a step back was refused.',
    'patient.create': 'The new patient was refused.',
  },
} as const;

export default notices;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    notices: typeof notices;
  }
}
