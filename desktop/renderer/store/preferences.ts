import { z } from 'zod';
import { ProviderId, type TenantId } from '#shared/ids.ts';
import type { ProviderFilterKeeper } from './viewState.ts';

const Providers = z.array(ProviderId).nullable().catch(null);

/** The provider filter of one clinic in the window's own storage. Ids only: nothing about a patient (W2). */
export function keptProviderFilter(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  tenant: TenantId,
): ProviderFilterKeeper {
  const key = `roomlight.providers.${tenant}`;
  return {
    read: () => Providers.parse(parseJson(storage.getItem(key))),
    write: (providers) => {
      if (providers) storage.setItem(key, JSON.stringify(providers));
      else storage.removeItem(key);
    },
  };
}

/** Null for what is no JSON: an old or damaged preference is no reason to stop. */
function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
