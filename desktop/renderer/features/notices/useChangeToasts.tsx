import { notifications } from '@mantine/notifications';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ChangeToast.module.css';
import { ChangeToast } from './ChangeToast.tsx';
import { closeToast, emptyStack, pushToasts } from './toastStack.ts';

export interface Change {
  id: string;
  text: string;
  onShow: () => void;
}

const moreId = 'more-changes';
const awayId = 'changes-while-away';
const shownMs = 6_000;

/** Puts a toast on screen, or what is new in place of the one of that id; a replaced one starts its time again. */
function put(id: string, message: ReactNode, closeLabel: string, onClose: () => void): void {
  notifications.hide(id);
  notifications.show({
    id,
    message,
    autoClose: shownMs,
    // The live region of Notices speaks; a second voice would say it twice.
    role: 'group',
    onClose,
    closeButtonProps: { 'aria-label': closeLabel },
    classNames: { root: classes.toast, description: classes.description, closeButton: classes.close },
  });
}

/** Shows the newest changes and counts the rest; `spoken` is what a screen reader is told. */
export function useChangeToasts() {
  const { t } = useTranslation('notices');
  const stack = useRef(emptyStack);
  const away = useRef(0);
  const [spoken, setSpoken] = useState('');
  useEffect(() => () => notifications.clean(), []);

  const add = useCallback(
    (changes: readonly Change[]) => {
      const pushed = pushToasts(
        stack.current,
        changes.map(({ id }) => id),
      );
      for (const id of pushed.hide) notifications.hide(id);
      stack.current = pushed.stack;
      const { more } = pushed.stack;
      if (more > 0)
        put(moreId, <ChangeToast text={t('more', { count: more })} />, t('close'), () => {
          stack.current = { ...stack.current, more: 0 };
        });
      for (const { id, text, onShow } of changes.filter((change) => pushed.show.includes(change.id)))
        put(id, <ChangeToast text={text} onShow={onShow} />, t('close'), () => {
          stack.current = closeToast(stack.current, id);
        });
      setSpoken(changes.map(({ text }) => text).join('. '));
    },
    [t],
  );

  const addAway = useCallback(
    (count: number) => {
      const total = away.current + count;
      const text = t('away', { count: total });
      put(awayId, <ChangeToast text={text} />, t('close'), () => {
        away.current = 0;
      });
      away.current = total;
      setSpoken(text);
    },
    [t],
  );

  return { add, addAway, spoken };
}
