const connection = {} as const;

export default connection;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    connection: typeof connection;
  }
}
