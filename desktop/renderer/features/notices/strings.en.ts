const notices = {} as const;

export default notices;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    notices: typeof notices;
  }
}
