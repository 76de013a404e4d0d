import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSelectedDate } from '../../store/view.ts';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import classes from './Sidebar.module.css';

/** The areas of the workstation, and who is at it. */
export function Sidebar({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation('sidebar');
  const { showToday } = useSelectedDate();
  return (
    <aside className={classes.root}>
      <BrandMark />
      <VisuallyHidden>Roomlight</VisuallyHidden>
      <nav className={classes.areas} aria-label={t('areas')}>
        <UnstyledButton className={classes.area} aria-current="page" onClick={showToday}>
          <IconCalendarEvent size={20} stroke={1.8} aria-hidden />
          {t('day')}
        </UnstyledButton>
      </nav>
      <AccountMenu onShortcuts={onShortcuts} />
    </aside>
  );
}
