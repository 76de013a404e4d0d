import { useEffect, useState } from 'react';
import type { ErrorBody } from '#shared/errors.ts';
import { useNow } from '../../store/now.ts';

/** Seconds a throttled person still has to wait, counted from when this screen heard of it; 0 for none. */
export function useWaitSeconds(error: ErrorBody | null): number {
  const now = useNow(1_000);
  const [until, setUntil] = useState(0);
  useEffect(() => {
    setUntil(error?.kind === 'tooMany' ? Date.now() + error.retryAfterSeconds * 1_000 : 0);
  }, [error]);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}
