const sidebar = {
  areas: 'Areas',
  day: 'Day',
  account: 'Account of {{name}}',
  theme: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  auto: 'System',
  shortcuts: 'Keyboard shortcuts',
  signOut: 'Sign out',
  signingOut: 'Signing out…',
  unsentTitle: 'Sign out with changes not sent?',
  unsentText_one:
    'One change has not reached the clinic server yet. Stay signed in until the connection is back, so that it is sent.',
  unsentText_other:
    '{{count}} changes have not reached the clinic server yet. Stay signed in until the connection is back, so that they are sent.',
  stay: 'Stay signed in',
  signOutAnyway: 'Sign out anyway',
  signOutFailed: 'You are still signed in',
} as const;

export default sidebar;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    sidebar: typeof sidebar;
  }
}
