import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Block, meet, packColumn } from './layout.ts';

const block = fc
  .record({
    start: fc.integer({ min: 0, max: 600 }),
    length: fc.integer({ min: 5, max: 180 }),
    yields: fc.boolean(),
  })
  .map(({ start, length, yields }) => ({ start, end: start + length, yields }));
const column = fc
  .array(block, { maxLength: 30 })
  .map((blocks): Block[] => blocks.map((b, index) => ({ ...b, id: `b${index}` })));

function apart(a: { left: number; width: number }, b: { left: number; width: number }): boolean {
  const hair = 1e-9;
  return a.left + a.width <= b.left + hair || b.left + b.width <= a.left + hair;
}

it('never draws two visits of the same time over each other, nor outside the column', () => {
  fc.assert(
    fc.property(column, (blocks) => {
      const places = packColumn(blocks);
      for (const a of blocks) {
        const place = places.get(a.id);
        if (!place) throw new Error('not placed');
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.width).toBeGreaterThan(0);
        expect(place.left + place.width).toBeLessThanOrEqual(1 + 1e-9);
        for (const b of blocks) {
          const other = places.get(b.id);
          expect(a.id >= b.id || !other || !meet(a, b) || apart(place, other)).toBe(true);
        }
      }
    }),
  );
});

it('gives a visit that meets no other the whole width', () => {
  fc.assert(
    fc.property(column, (blocks) => {
      const places = packColumn(blocks);
      const alone = blocks.filter((a) => !blocks.some((b) => b.id !== a.id && meet(a, b)));
      for (const { id } of alone) expect(places.get(id)).toEqual({ left: 0, width: 1 });
    }),
  );
});

it('depends on the visits only, not on the order they come in', () => {
  fc.assert(
    fc.property(column, (blocks) => {
      expect(packColumn([...blocks].reverse())).toEqual(packColumn(blocks));
    }),
  );
});

it('leaves the larger share to the visit that holds the time', () => {
  const places = packColumn([
    { id: 'cancelled', start: 0, end: 30, yields: true },
    { id: 'booked', start: 0, end: 30, yields: false },
  ]);
  expect(places.get('booked')?.left).toBe(0);
  expect(places.get('booked')?.width).toBeGreaterThan(places.get('cancelled')?.width ?? 1);
});

it('lets a visit grow over a lane that is empty at its time', () => {
  const places = packColumn([
    { id: 'long', start: 0, end: 120, yields: false },
    { id: 'one', start: 0, end: 30, yields: false },
    { id: 'two', start: 10, end: 30, yields: false },
    { id: 'later', start: 60, end: 90, yields: false },
  ]);
  expect(places.get('two')?.left).toBeCloseTo(2 / 3);
  expect(places.get('later')).toEqual({ left: 1 / 3, width: 2 / 3 });
});
