import { useCallback, useEffect, useRef } from 'react';

/** A hand already on its way takes about this long to stop. */
const settlingMs = 450;

/**
 * Buttons that follow a visit change under the pointer when somebody else moves it along. Tells whether what is shown has
 * stood long enough to have been meant.
 */
export function useSettled(version: number): () => boolean {
  const since = useRef({ version, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (since.current.version !== version) since.current = { version, at: performance.now() };
  }, [version]);
  return useCallback(() => performance.now() - since.current.at >= settlingMs, []);
}
