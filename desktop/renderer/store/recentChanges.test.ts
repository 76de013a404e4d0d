import { expect, it } from 'vitest';
import { appointment, changeOf, here, me, own, tess } from './event.fixture.ts';
import { FakeBridge } from './fakeBridge.fixture.ts';
import { isOwnActor } from './isOwnActor.ts';
import { highlightMs, RecentChanges } from './recentChanges.ts';

function setUp() {
  let now = 1_000;
  let due: { at: number; run: () => void } | null = null;
  const wake = (ms: number, run: () => void) => {
    due = { at: now + ms, run };
    return () => {
      due = null;
    };
  };
  const bridge = new FakeBridge();
  const recent = new RecentChanges(() => now, wake);
  const stop = recent.follow(bridge, (actor) => isOwnActor(actor, me, here));
  const pass = (ms: number) => {
    now += ms;
    while (due && due.at <= now) due.run();
  };
  const shown = () => [...recent.get().keys()];
  return { bridge, recent, stop, pass, shown, pending: () => due !== null };
}

it('highlights what others changed, each for its own time, then rests', () => {
  const { bridge, recent, pass, shown, pending } = setUp();
  bridge.push('eventsApplied', { events: [changeOf(1)], live: true });
  pass(highlightMs / 2);
  bridge.push('eventsApplied', { events: [changeOf(2)], live: true });
  expect(recent.get().get(appointment(1).id)).toMatchObject({ actor: tess, type: 'appointment.changed' });
  pass(highlightMs / 2);
  expect(shown()).toEqual([appointment(2).id]);
  pass(highlightMs / 2);
  expect(shown()).toEqual([]);
  expect(pending()).toBe(false);
});

it('does not highlight own changes nor what was missed while away', () => {
  const { bridge, shown } = setUp();
  bridge.push('eventsApplied', { events: [changeOf(1, own)], live: true });
  bridge.push('eventsApplied', { events: [changeOf(2)], live: false });
  expect(shown()).toEqual([]);
});

it('highlights what the same person did at another workstation', () => {
  const { bridge, shown } = setUp();
  bridge.push('eventsApplied', {
    events: [changeOf(1, { ...own, workstation: tess.workstation })],
    live: true,
  });
  expect(shown()).toEqual([appointment(1).id]);
});

it('stops listening and waiting when no longer followed', () => {
  const { bridge, stop, pending } = setUp();
  bridge.push('eventsApplied', { events: [changeOf(1)], live: true });
  stop();
  expect(bridge.listening).toBe(0);
  expect(pending()).toBe(false);
});
