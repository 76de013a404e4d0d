import { expect, it } from 'vitest';
import { TenantId } from '#shared/ids.ts';
import { appointment } from './event.fixture.ts';
import { keptProviderFilter } from './preferences.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const clinic = TenantId.parse('tenant-demo');
const { providerId } = appointment(1);

it('gives back what was kept, per clinic', () => {
  const storage = memory();
  keptProviderFilter(storage, clinic).write([providerId]);
  expect(keptProviderFilter(storage, clinic).read()).toEqual([providerId]);
  expect(keptProviderFilter(storage, TenantId.parse('another')).read()).toBeNull();
  keptProviderFilter(storage, clinic).write(null);
  expect(keptProviderFilter(storage, clinic).read()).toBeNull();
});

it('shows every provider when what was kept is damaged', () => {
  const storage = memory();
  for (const damaged of ['{', '"x"', '[1]']) {
    storage.setItem('roomlight.providers.tenant-demo', damaged);
    expect(keptProviderFilter(storage, clinic).read()).toBeNull();
  }
});
