/** The page's address and origin. A scheme of our own: file:// would give the page the whole disk as its origin. */
export const scheme = 'app';
export const origin = 'app://roomlight';
export const startPage = `${origin}/index.html`;

/** Whether an address is a page or a part of our own app. */
export function isOurs(url: string): boolean {
  return originOf(url) === origin;
}

/** As the browser has it: `URL.origin` is 'null' for a scheme Node does not know. Null for what is no address. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
