const shell = {
  starting: 'Opening Roomlight…',
  crashTitle: 'This window has a problem',
  crashText: 'Nothing that was saved is lost. Open the window again to go on.',
  crashReload: 'Open again',
} as const;

export default shell;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    shell: typeof shell;
  }
}
