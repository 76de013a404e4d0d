import { expect, it } from 'vitest';
import type { Result } from '#desktop/bridge/map.ts';
import { Mirror } from './mirror.ts';

function sourceOf<T>() {
  const answer = Promise.withResolvers<Result<T>>();
  let push: (value: T) => void = () => {};
  const mirror = new Mirror<T>({
    read: () => answer.promise,
    listen: (listener) => {
      push = listener;
      return () => {};
    },
  });
  return {
    mirror,
    answer: (value: T) => answer.resolve({ ok: true, value }),
    push: (value: T) => push(value),
  };
}

it('is null until the first answer, then tells its listeners', async () => {
  const { mirror, answer } = sourceOf<string>();
  mirror.follow();
  expect(mirror.get()).toBeNull();
  const told = new Promise<void>((resolve) => mirror.subscribe(resolve));
  answer('read');
  await told;
  expect(mirror.get()).toBe('read');
});

it('never lets a late answer overwrite a push', async () => {
  const { mirror, answer, push } = sourceOf<string>();
  mirror.follow();
  push('pushed');
  answer('read before the push');
  await new Promise((resolve) => setTimeout(resolve));
  expect(mirror.get()).toBe('pushed');
});

it('says that the read failed, until a push brings the value', async () => {
  let push: (value: string) => void = () => {};
  const mirror = new Mirror<string>({
    read: async () => ({ ok: false, error: { kind: 'cacheUnusable', message: 'Cannot be opened.' } }),
    listen: (listener) => {
      push = listener;
      return () => {};
    },
  });
  const told = new Promise<void>((resolve) => mirror.subscribe(resolve));
  mirror.follow();
  await told;
  expect(() => mirror.get()).toThrow('Cannot be opened.');
  push('value');
  expect(mirror.get()).toBe('value');
});

it('knows nothing, rather than fails, while nobody is signed in', async () => {
  const mirror = new Mirror<string>({
    read: async () => ({ ok: false, error: { kind: 'notSignedIn', message: 'Sign in first.' } }),
    listen: () => () => {},
  });
  mirror.follow();
  await new Promise((resolve) => setTimeout(resolve));
  expect(mirror.get()).toBeNull();
});
