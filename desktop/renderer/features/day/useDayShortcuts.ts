import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/time.ts';
import { useSelectedDate } from '../../store/view.ts';
import { type Shortcut, useShortcuts } from '../../ui/shortcuts.tsx';

interface Actions {
  /** Null for who may not book. */
  onBook: (() => void) | null;
  onToday: () => void;
}

/** Keys that work anywhere on the screen; those of the grid are listed with them. */
export function useDayShortcuts({ onBook, onToday }: Actions): void {
  const { t } = useTranslation('day');
  const { date, show, showToday } = useSelectedDate();
  const previous = () => show(addDays(date, -1));
  const next = () => show(addDays(date, 1));
  const today = () => {
    showToday();
    onToday();
  };
  const book: Shortcut[] = onBook
    ? [
        { keys: 'N', label: t('keys.book'), run: onBook },
        { keys: 'B', label: t('keys.book'), run: onBook },
      ]
    : [];
  useShortcuts(t('keys.title'), [
    { keys: 'T', label: t('keys.today'), run: today },
    { keys: '[', label: t('keys.previous'), run: previous },
    { keys: ']', label: t('keys.next'), run: next },
    { keys: 'PageUp', label: t('keys.previous'), run: previous },
    { keys: 'PageDown', label: t('keys.next'), run: next },
    ...book,
  ]);
  useShortcuts(t('keys.gridTitle'), [
    { keys: 'ArrowUp', label: t('keys.walk') },
    { keys: 'Enter', label: t('keys.open') },
    { keys: 'alt+ArrowUp', label: t('keys.move') },
    { keys: 'alt+ArrowRight', label: t('keys.moveOver') },
    { keys: 'shift+alt+ArrowDown', label: t('keys.resize') },
    { keys: 'Escape', label: t('keys.close') },
  ]);
}
