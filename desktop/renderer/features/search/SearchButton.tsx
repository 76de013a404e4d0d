import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../../ui/KeyCaps.tsx';
import classes from './SearchButton.module.css';

/** Looks like the field it opens. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('search');
  return (
    <UnstyledButton
      className={classes.root}
      onClick={onOpen}
      aria-haspopup="dialog"
      aria-label={t('placeholder')}
    >
      <IconSearch size={16} aria-hidden />
      <span className={classes.text}>{t('placeholder')}</span>
      <span className={classes.keys}>
        <KeyCaps keys="mod+K" />
      </span>
    </UnstyledButton>
  );
}
