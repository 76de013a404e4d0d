import { useCallback, useMemo, useRef, useState } from 'react';

/** What came of something done here. A refusal stays until it is closed or the next thing happens. */
export interface Notice {
  id: number;
  tone: 'done' | 'refused';
  text: string;
  /** One thing the person may want to do about it. */
  action: { label: string; run: () => void } | null;
}

export interface Notices {
  notice: Notice | null;
  tell: (tone: Notice['tone'], text: string, action?: Notice['action']) => void;
  close: () => void;
}

/** One notice at a time: the last one is the one that matters. */
export function useNotices(): Notices {
  const [notice, setNotice] = useState<Notice | null>(null);
  const count = useRef(0);
  const tell = useCallback<Notices['tell']>((tone, text, action = null) => {
    count.current += 1;
    setNotice({ id: count.current, tone, text, action });
  }, []);
  const close = useCallback(() => setNotice(null), []);
  return useMemo(() => ({ notice, tell, close }), [notice, tell, close]);
}
