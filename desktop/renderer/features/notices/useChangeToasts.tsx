import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putToast } from './putToast.tsx';
import { closeToast, emptyStack, pushToasts } from './toastStack.ts';

export interface Change {
  id: string;
  text: string;
  onShow: () => void;
}

const moreId = 'more-changes';
const awayId = 'changes-while-away';

/** Shows the newest changes and counts the rest; `spoken` is what a screen reader is told. */
export function useChangeToasts() {
  const { t } = useTranslation('notices');
  const stack = useRef(emptyStack);
  const away = useRef(0);
  const [spoken, setSpoken] = useState('');
  useEffect(() => () => notifications.clean(), []);

  const add = useCallback(
    (changes: readonly Change[]) => {
      const fresh = changes.map(({ id }) => id);
      const { stack: after, hide, show } = pushToasts(stack.current, fresh);
      stack.current = after;
      for (const id of hide) notifications.hide(id);
      const forgetMore = () => {
        stack.current = { ...stack.current, more: 0 };
      };
      if (after.more > 0)
        putToast({ id: moreId, text: t('more', { count: after.more }), rank: 1, onClose: forgetMore });
      for (const change of changes.filter(({ id }) => show.includes(id))) {
        const forget = () => {
          stack.current = closeToast(stack.current, change.id);
        };
        putToast({ ...change, rank: 0, onClose: forget });
      }
      setSpoken(changes.map(({ text }) => text).join('. '));
    },
    [t],
  );

  const addAway = useCallback(
    (count: number) => {
      away.current += count;
      const text = t('away', { count: away.current });
      const forget = () => {
        away.current = 0;
      };
      putToast({ id: awayId, text, rank: 2, onClose: forget });
      setSpoken(text);
    },
    [t],
  );

  return { add, addAway, spoken };
}
