import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import classes from './ChangeToast.module.css';
import { ChangeToast } from './ChangeToast.tsx';

interface Toast {
  id: string;
  text: string;
  onShow?: () => void;
  onClose: () => void;
  /** Higher stands above lower: counts above the changes they count. */
  rank: number;
}

const shownMs = 6_000;
let turn = 0;

/** Shows a toast, or in place of the one of that id; its time begins either way. */
export function putToast({ id, text, onShow, onClose, rank }: Toast): void {
  turn += 1;
  const toast = {
    id,
    message: <ChangeToast text={text} onShow={onShow} />,
    priority: rank,
    onClose,
    // Mantine begins the time of a toast on screen anew only when its duration differs.
    autoClose: shownMs + (turn % 97),
    // The live region of Notices speaks; a second voice would say it twice.
    role: 'group',
    closeButtonProps: { 'aria-label': i18next.t('notices:close') },
    classNames: { root: classes.toast, description: classes.description, closeButton: classes.close },
  };
  notifications.update(toast);
  notifications.show(toast);
}
