const connection = {
  connected: 'Connected',
  reconnecting: 'Reconnecting',
  error: 'Not connected',
  trying: 'trying now',
  nextTry: 'next try in {{seconds}} s',
  asOf: 'as of {{time}}',
  label: 'Connection: {{state}}. Show details',
  connectedText: 'Every change in the clinic shows here as it is made.',
  reconnectingText:
    'The clinic server does not answer. You can go on working: the connection comes back by itself.',
  server: 'Server',
  lastWhole: 'Day as of',
  never: 'not fetched yet',
  now: 'now',
  next: 'Next try',
  inSeconds: 'in {{seconds}} s',
  waiting: 'Waiting to be sent',
  nothing: 'nothing',
  changes_one: '{{count}} change',
  changes_other: '{{count}} changes',
  tryNow: 'Try now',
  noKeeping: 'Nothing is kept on this PC',
  banner: 'Showing the day as of {{time}}.',
  bannerNever: 'The day has not been fetched yet.',
  bannerKept: 'Changes are kept and sent when the connection is back.',
} as const;

export default connection;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    connection: typeof connection;
  }
}
