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

interface Toast {
  id: string;
  message: ReactNode;
  closeLabel: string;
  onClose: () => void;
  /** Counts stand above the changes they count. */
  priority?: number;
  /** Grows each time a toast that may still be on screen is put again. */
  turn?: number;
}

function put({ id, message, closeLabel, onClose, priority = 0, turn = 0 }: Toast): void {
  const toast = {
    id,
    message,
    priority,
    onClose,
    // Mantine starts the time of a toast on screen anew only when its duration differs.
    autoClose: shownMs + (turn % 2),
    // The live region of Notices speaks; a second voice would say it twice.
    role: 'group',
    closeButtonProps: { 'aria-label': closeLabel },
    classNames: { root: classes.toast, description: classes.description, closeButton: classes.close },
  };
  notifications.update(toast);
  notifications.show(toast);
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
        put({
          id: moreId,
          message: <ChangeToast text={t('more', { count: more })} />,
          closeLabel: t('close'),
          priority: 1,
          turn: more,
          onClose: () => {
            stack.current = { ...stack.current, more: 0 };
          },
        });
      for (const { id, text, onShow } of changes.filter((change) => pushed.show.includes(change.id)))
        put({
          id,
          message: <ChangeToast text={text} onShow={onShow} />,
          closeLabel: t('close'),
          onClose: () => {
            stack.current = closeToast(stack.current, id);
          },
        });
      setSpoken(changes.map(({ text }) => text).join('. '));
    },
    [t],
  );

  const addAway = useCallback(
    (count: number) => {
      away.current += count;
      const text = t('away', { count: away.current });
      put({
        id: awayId,
        message: <ChangeToast text={text} />,
        closeLabel: t('close'),
        priority: 2,
        turn: away.current,
        onClose: () => {
          away.current = 0;
        },
      });
      setSpoken(text);
    },
    [t],
  );

  return { add, addAway, spoken };
}
