const signIn = {
  title: 'Sign in',
  lead: 'The clinic’s day, live on every workstation.',
  address: 'Clinic address',
  addressHint: 'As your IT gave it to you, such as clinic.example or 10.0.0.5:4000',
  looking: 'Looking for the clinic…',
  username: 'User name',
  password: 'Password',
  show: 'Show password',
  capsLock: 'Caps Lock is on',
  submit: 'Sign in',
  missingAddress: 'Enter the clinic address',
  missingUsername: 'Enter your user name',
  missingPassword: 'Enter your password',
  ended: 'You were signed out',
  noClinic: 'There is no clinic of that name at this address. Check the clinic address.',
  failed: 'Not signed in',
  notKept: 'This PC cannot keep secrets safely',
  notKeptText:
    'You can work as usual, but nothing is kept on this PC: you will be asked to sign in each time, and the day is not there without the server.',
} as const;

export default signIn;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    signIn: typeof signIn;
  }
}
