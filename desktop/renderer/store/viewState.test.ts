import { expect, it } from 'vitest';
import type { ProviderId } from '#shared/ids.ts';
import { LocalDate } from '#shared/time.ts';
import { appointment } from './event.fixture.ts';
import { ViewStore } from './viewState.ts';

const monday = LocalDate.parse('2026-01-19');
const { id, providerId } = appointment(1);

function newView(kept: readonly ProviderId[] | null = null) {
  const written: (readonly ProviderId[] | null)[] = [];
  const view = new ViewStore({ read: () => kept, write: (providers) => written.push(providers) });
  return { view, written };
}

it('follows today until a day is chosen, and drops the selection with its day', () => {
  const { view } = newView();
  expect(view.get().chosenDate).toBeNull();
  view.select(id);
  view.showDate(monday);
  expect(view.get()).toMatchObject({ chosenDate: monday, selection: null });
});

it('keeps the selection when the same day is chosen again', () => {
  const { view } = newView();
  view.reveal(monday, id);
  view.showDate(monday);
  expect(view.get().selection).toBe(id);
});

it('asks for a reveal each time, also of what is selected already', () => {
  const { view } = newView();
  view.reveal(monday, id);
  view.reveal(monday, id);
  expect(view.get()).toMatchObject({ chosenDate: monday, selection: id, reveals: 2 });
});

it('starts with the kept provider filter and keeps each change; none chosen means all', () => {
  const { view, written } = newView([providerId]);
  expect(view.get().providers).toEqual([providerId]);
  view.filterProviders([]);
  expect(view.get().providers).toBeNull();
  expect(written).toEqual([null]);
});
