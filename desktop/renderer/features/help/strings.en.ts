const help = {
  title: 'Keyboard shortcuts',
  group: 'Everywhere',
  open: 'Show this overview',
  search: 'Search patients and visits',
  close: 'Close',
} as const;

export default help;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    help: typeof help;
  }
}
