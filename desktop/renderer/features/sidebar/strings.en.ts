const sidebar = {} as const;

export default sidebar;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    sidebar: typeof sidebar;
  }
}
