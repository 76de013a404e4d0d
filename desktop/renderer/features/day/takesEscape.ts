/** An open list or calendar of a field takes the Escape for itself. */
export function takesEscape(target: EventTarget): boolean {
  const taking = '[aria-expanded="true"], [role="dialog"], [data-keeps-escape]';
  return target instanceof Element && target.closest(taking) !== null;
}
