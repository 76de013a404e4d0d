import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../../ui/KeyCaps.tsx';
import classes from './SearchPalette.module.css';

/** The keys that work here. */
export function SearchFooter({ deep }: { deep: boolean }) {
  const { t } = useTranslation('search');
  return (
    <footer className={classes.footer}>
      <span>
        <KeyCaps keys="ArrowUp+ArrowDown" /> {t('keyMove')}
      </span>
      <span>
        <KeyCaps keys="Enter" /> {t('keyOpen')}
      </span>
      {deep && (
        <span>
          <KeyCaps keys="Backspace" /> {t('keyBack')}
        </span>
      )}
      <span>
        <KeyCaps keys="Escape" /> {t('keyClose')}
      </span>
    </footer>
  );
}
