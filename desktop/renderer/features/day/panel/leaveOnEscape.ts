import type { KeyboardEvent } from 'react';
import { takesEscape } from '../takesEscape.ts';

/** Escape inside a form of the panel leaves the form, not the panel. */
export function leaveOnEscape(onLeave: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || takesEscape(event.target)) return;
    event.preventDefault();
    onLeave();
  };
}
