import { useTranslation } from 'react-i18next';
import type { Right } from '#shared/permissions.ts';
import { VisitStep } from '#shared/schedule.ts';
import { addDays } from '#shared/time.ts';
import { useSelectedDate } from '../../store/view.ts';
import { type Shortcut, useShortcuts } from '../../ui/shortcuts.tsx';
import { moveKey } from './canMove.ts';
import { stepKeys } from './grid/keyboard.ts';

interface Actions {
  may: (right: Right) => boolean;
  /** Null for who may not book. */
  onBook: (() => void) | null;
  onToday: () => void;
}

/** What the grid itself listens to; the overview puts those of one label together. */
const gridKeys = [
  { keys: 'ArrowUp', label: 'walk' },
  { keys: 'ArrowDown', label: 'walk' },
  { keys: 'ArrowLeft', label: 'walkOver' },
  { keys: 'ArrowRight', label: 'walkOver' },
  { keys: 'Home', label: 'ends' },
  { keys: 'End', label: 'ends' },
  { keys: 'Enter', label: 'open' },
  { keys: 'alt+ArrowUp', label: 'move' },
  { keys: 'alt+ArrowDown', label: 'move' },
  { keys: 'alt+ArrowLeft', label: 'moveOver' },
  { keys: 'alt+ArrowRight', label: 'moveOver' },
  { keys: 'shift+alt+ArrowUp', label: 'shorter' },
  { keys: 'shift+alt+ArrowDown', label: 'longer' },
  { keys: 'Escape', label: 'close' },
] as const;

/** Keys that work anywhere on the screen; those of the grid are listed with them. */
export function useDayShortcuts({ may, onBook, onToday }: Actions): void {
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
  useShortcuts(
    t('keys.gridTitle'),
    gridKeys.map(({ keys, label }) => ({ keys, label: t(`keys.${label}`) })),
  );
  const steps = VisitStep.options.filter((step) => may(`appointment.${step}`));
  const move = may('appointment.move') ? [{ keys: moveKey, label: t('keys.moveTo') }] : [];
  useShortcuts(t('keys.stepTitle'), [
    ...steps.map((step) => ({ keys: stepKeys[step], label: t(`step.${step}`) })),
    ...move,
  ]);
}
