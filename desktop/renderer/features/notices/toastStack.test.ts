import { expect, it } from 'vitest';
import { closeToast, emptyStack, mostShown, pushToasts } from './toastStack.ts';

it('shows the newest and counts the rest, also within one burst', () => {
  const ids = ['1', '2', '3', '4', '5'];
  const pushed = pushToasts(emptyStack, ids);
  expect(pushed).toEqual({ stack: { shown: ['3', '4', '5'], more: 2 }, hide: [], show: ['3', '4', '5'] });
  expect(pushed.show).toHaveLength(mostShown);
});

it('lets the oldest give way to each new one', () => {
  const full = pushToasts(emptyStack, ['1', '2', '3']).stack;
  const pushed = pushToasts(full, ['4']);
  expect(pushed).toEqual({ stack: { shown: ['2', '3', '4'], more: 1 }, hide: ['1'], show: ['4'] });
});

it('makes room when one is closed', () => {
  const full = pushToasts(emptyStack, ['1', '2', '3']).stack;
  expect(pushToasts(closeToast(full, '2'), ['4'])).toMatchObject({ hide: [], stack: { more: 0 } });
});
