import { useEffect } from 'react';

/** Calls `onListed` when other entries are listed; not when those listed change in themselves. */
export function useListed(ids: readonly string[], onListed: () => void): void {
  const listed = ids.join(' ');
  useEffect(() => {
    if (listed !== '') onListed();
  }, [listed, onListed]);
}
