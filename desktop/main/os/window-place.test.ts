import { expect, test } from 'vitest';
import { placeWindow, smallest } from './window-place.ts';

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };

test('the first time it opens in the middle of the main screen', () => {
  expect(placeWindow(null, [main])).toEqual({
    bounds: { x: 240, y: 70, width: 1440, height: 900 },
    maximised: false,
  });
});

test('on a screen smaller than usual it takes the screen', () => {
  const small = { x: 0, y: 20, width: 1280, height: 700 };
  expect(placeWindow(null, [small]).bounds).toEqual(small);
});

test('it opens where it was, also on a second screen, also maximised', () => {
  const place = { bounds: { x: 2000, y: 100, width: 1000, height: 800 }, maximised: true };
  expect(placeWindow(place, [main, second])).toEqual(place);
});

test('when its screen is gone it comes to the main one and stays maximised', () => {
  const place = { bounds: { x: 2000, y: 100, width: 1000, height: 800 }, maximised: true };
  expect(placeWindow(place, [main])).toMatchObject({ bounds: { x: 240, y: 70 }, maximised: true });
});

test('opened together they stand side by side, or each a step from the last where the screen is too narrow', () => {
  const wide = [0, 1].map((nth) => placeWindow(null, [main], { nth, of: 2 }).bounds);
  expect(wide).toMatchObject([
    { x: 0, y: 0, width: 960 },
    { x: 960, y: 0, width: 960 },
  ]);
  const narrow = [0, 1].map((nth) => placeWindow(null, [second], { nth, of: 2 }).bounds);
  expect(narrow).toMatchObject([
    { x: 1920, y: 0 },
    { x: 1968, y: 48 },
  ]);
  const place = { bounds: { x: 100, y: 100, width: 1000, height: 800 }, maximised: false };
  expect(placeWindow(place, [main], { nth: 1, of: 2 })).toEqual(place);
});

test('a title bar out of reach counts as gone', () => {
  const above = { bounds: { x: 100, y: -500, width: 1000, height: 800 }, maximised: false };
  expect(placeWindow(above, [main]).bounds.y).toBe(70);
});

test('it is never smaller than usable nor larger than its screen', () => {
  const tiny = { bounds: { x: 10, y: 10, width: 20, height: 20 }, maximised: false };
  expect(placeWindow(tiny, [main]).bounds).not.toMatchObject({ width: 20 });
  const near = { bounds: { x: 10, y: 10, width: 300, height: 100 }, maximised: false };
  expect(placeWindow(near, [main]).bounds).toMatchObject(smallest);
  const huge = { bounds: { x: 0, y: 0, width: 9000, height: 9000 }, maximised: false };
  expect(placeWindow(huge, [main]).bounds).toMatchObject({ width: 1920, height: 1040 });
});
