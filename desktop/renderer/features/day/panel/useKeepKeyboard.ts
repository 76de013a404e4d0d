import { type RefObject, useEffect } from 'react';

const focusable = 'a, button, input, textarea, select, [tabindex]';
const firstOfGrid = '[data-testid="day-grid"] [tabindex="0"]';

/**
 * The keyboard is never left nowhere. When what had it in the panel goes away, as a button whose step was taken, it goes
 * to the panel if that still shows a visit, else back to the grid.
 */
export function useKeepKeyboard(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    let last: Element | null = null;
    const notice = ({ target }: Event) => {
      const inside = target instanceof Element && element.contains(target);
      last = inside ? target.closest(focusable) : null;
    };
    const observer = new MutationObserver(() => {
      if (last === null || document.activeElement !== document.body) return;
      if (element.contains(last) && last instanceof HTMLElement) last.focus({ preventScroll: true });
      if (document.activeElement !== document.body) return;
      // A button that is only busy gets the keyboard back when it is done.
      if (element.contains(last)) return;
      const goal =
        element.dataset.panel === 'visit' ? element : document.querySelector<HTMLElement>(firstOfGrid);
      goal?.focus({ preventScroll: true });
    });
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', notice);
    document.addEventListener('pointerdown', notice);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', notice);
      document.removeEventListener('pointerdown', notice);
    };
  }, [panel]);
}
