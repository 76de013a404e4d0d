const signIn = {} as const;

export default signIn;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    signIn: typeof signIn;
  }
}
