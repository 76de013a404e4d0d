/** Text that came from elsewhere, fit for a terminal: what would steer it is left out. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}
