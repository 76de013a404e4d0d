import type { VisitStep } from '#shared/schedule.ts';
import type { Direction } from './focus.ts';

/** What a key asks for. `minutes` and `columns` are signed; later and rightwards are positive. */
export type Intent =
  | { type: 'focus'; direction: Direction }
  | { type: 'move'; minutes: number; columns: number }
  | { type: 'resize'; minutes: number }
  | { type: 'open' }
  | { type: 'step'; step: VisitStep };

/** The letter of each step, shown on its button and pressed on a visit. */
export const stepKeys: Record<VisitStep, string> = {
  confirm: 'F',
  checkIn: 'C',
  room: 'R',
  start: 'P',
  checkOut: 'O',
  cancel: 'X',
  markNoShow: 'S',
  reopen: 'E',
  stepBack: 'U',
};

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};
type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What a key means on the grid; null leaves it to whoever else listens. */
export function intentOf(press: Press): Intent | null {
  if (press.ctrlKey || press.metaKey) return null;
  const direction = arrows[press.key];
  if (press.altKey) return direction ? moveIntent(direction, press.shiftKey) : null;
  if (direction) return { type: 'focus', direction };
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (key === 'Enter' || key === ' ') return { type: 'open' };
  const step = (Object.keys(stepKeys) as VisitStep[]).find((name) => stepKeys[name].toLowerCase() === key);
  return step ? { type: 'step', step } : null;
}

function moveIntent(direction: Direction, resize: boolean): Intent | null {
  const minutes = direction === 'up' ? -15 : direction === 'down' ? 15 : 0;
  const columns = direction === 'left' ? -1 : direction === 'right' ? 1 : 0;
  if (minutes === 0 && columns === 0) return null;
  if (!resize) return { type: 'move', minutes, columns };
  return minutes === 0 ? null : { type: 'resize', minutes };
}
