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
  unsentTitle: 'You are still signed in',
  unsentText_one:
    'One change has not reached the clinic server yet. It is sent by itself once the connection is back: sign out after that.',
  unsentText_other:
    '{{count}} changes have not reached the clinic server yet. They are sent by themselves once the connection is back: sign out after that.',
  stay: 'Stay signed in',
  signOutFailed: 'You are still signed in',
} as const;

export default sidebar;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    sidebar: typeof sidebar;
  }
}
