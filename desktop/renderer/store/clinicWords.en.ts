/** The clinic's own terms, the same on every screen. */
const clinic = {
  status: {
    booked: 'Booked',
    confirmed: 'Confirmed',
    checkedIn: 'Checked in',
    roomed: 'Roomed',
    withProvider: 'With provider',
    checkedOut: 'Checked out',
    cancelled: 'Cancelled',
    noShow: 'No-show',
  },
  role: {
    frontDesk: 'Front desk',
    provider: 'Provider',
    assistant: 'Medical assistant',
    admin: 'Administrator',
  },
} as const;

export default clinic;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    clinic: typeof clinic;
  }
}
