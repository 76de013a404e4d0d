/** Words for what went wrong, by kind. They say what to do next. */
const errors = {
  invalid: 'Something in this entry is not right: {{detail}}.',
  badCredentials: 'The user name or password is not right. Check both and try again.',
  unauthenticated: 'You need to sign in again to go on.',
  sessionEnded: 'Your session has ended. Sign in again to go on.',
  forbidden: 'Your role may not do this. Ask the front desk or an administrator.',
  wrongTenant: 'This sign-in belongs to another clinic. Check the clinic address.',
  notFound: 'This is no longer there. It may have been removed by someone else.',
  slotTaken: 'That time is already taken. Choose another time.',
  stale:
    'Someone else changed this a moment ago. Look at it again and repeat your change if it is still right.',
  stepNotAllowed: 'The visit has moved on, so this step is no longer possible.',
  keyReused: 'This was sent twice with different content. Please do it once more.',
  versionMissing: 'This change could not be sent. Open the appointment again and repeat it.',
  protocolMismatch:
    'This workstation and the clinic server have different versions. Ask your IT for the update.',
  tooLarge: 'This is too long to be sent. Shorten the text.',
  tooMany_one: 'Too many tries. Wait {{count}} second, then try again.',
  tooMany_other: 'Too many tries. Wait {{count}} seconds, then try again.',
  tooManyLong_one: 'Too many tries. Wait {{count}} minute, then try again.',
  tooManyLong_other: 'Too many tries. Wait {{count}} minutes, then try again.',
  internal: 'The clinic server had a problem. Try again; if it stays, tell your IT.',
  unavailable: 'The clinic server is not ready yet. It will be tried again.',
  unreachable: 'No answer from the clinic server. Check the address and the network cable or Wi-Fi.',
  notRoomlight: 'Something answers at this address, but it is not Roomlight. Check the clinic address.',
  notSignedIn: 'Nobody is signed in on this workstation. Sign in first.',
  cacheUnusable: 'The local copy of the day could not be opened. It will be fetched again from the server.',
} as const;

export default errors;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    errors: typeof errors;
  }
}
