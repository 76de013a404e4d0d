import { useTranslation } from 'react-i18next';
import classes from './ChangeToast.module.css';

interface Props {
  text: string;
  /** Left out where there is nothing single to show. */
  onShow?: (() => void) | undefined;
}

export function ChangeToast({ text, onShow }: Props) {
  const { t } = useTranslation('notices');
  return (
    <span className={classes.line}>
      <span className={classes.text}>{text}</span>
      {onShow && (
        <button type="button" className={classes.show} onClick={onShow}>
          {t('show')}
        </button>
      )}
    </span>
  );
}
