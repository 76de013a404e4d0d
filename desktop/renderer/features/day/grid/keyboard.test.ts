import { expect, it } from 'vitest';
import { VisitStep } from '#shared/schedule.ts';
import { intentOf, stepKeys } from './keyboard.ts';

const press = (
  key: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {},
) => intentOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

it('moves the focus with arrows, the visit with Alt, its end with Shift and Alt', () => {
  expect(press('ArrowDown')).toEqual({ type: 'focus', direction: 'down' });
  expect(press('ArrowDown', { altKey: true })).toEqual({ type: 'move', minutes: 15, columns: 0 });
  expect(press('ArrowLeft', { altKey: true })).toEqual({ type: 'move', minutes: 0, columns: -1 });
  expect(press('ArrowUp', { altKey: true, shiftKey: true })).toEqual({ type: 'resize', minutes: -15 });
  expect(press('ArrowLeft', { altKey: true, shiftKey: true })).toBeNull();
});

it('leaves keys held with Ctrl or the command key to others', () => {
  expect(press('k', { ctrlKey: true })).toBeNull();
  expect(press('c', { metaKey: true })).toBeNull();
  expect(press('/')).toBeNull();
});

it('gives each step a letter of its own that means nothing else', () => {
  for (const step of VisitStep.options)
    expect(press(stepKeys[step].toLowerCase())).toEqual({ type: 'step', step });
  expect(new Set(Object.values(stepKeys)).size).toBe(VisitStep.options.length);
  for (const taken of ['N', 'B', 'T']) expect(press(taken)).toBeNull();
});
