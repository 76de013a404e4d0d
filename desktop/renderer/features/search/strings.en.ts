const search = {} as const;

export default search;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    search: typeof search;
  }
}
