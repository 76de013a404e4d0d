import { useEffect, useState } from 'react';
import type { ErrorBody } from '#shared/errors.ts';
import { useNow } from '../../store/now.ts';
import { useStore } from '../../store/storeContext.ts';

/** Seconds a throttled person still has to wait, counted from when this screen heard of it; 0 for none. */
export function useWaitSeconds(error: ErrorBody | null): number {
  const { clock } = useStore();
  const now = useNow(1_000);
  const [until, setUntil] = useState(0);
  useEffect(() => {
    setUntil(error?.kind === 'tooMany' ? clock() + error.retryAfterSeconds * 1_000 : 0);
  }, [error, clock]);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}
