import { Menu, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnectionStatus } from '../../store/connection.ts';
import { initials } from '../../store/names.ts';
import { useClinic, useMe } from '../../store/session.ts';
import classes from './Sidebar.module.css';
import { ThemeChoice } from './ThemeChoice.tsx';
import { UnsentNotice } from './UnsentNotice.tsx';
import { useLeaving } from './useLeaving.ts';

/** Who is signed in, how the window looks, and the way out. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation('sidebar');
  const { phase, waiting } = useConnectionStatus();
  const me = useMe();
  const [telling, notice] = useDisclosure(false);
  const { leave, leaving } = useLeaving();
  return (
    <>
      <Menu position="right-end" width={250} shadow="md">
        <Menu.Target>
          <UnstyledButton className={classes.account} aria-label={t('account', { name: me.displayName })}>
            {initials(me.displayName)}
            <span className={classes.dot} data-phase={phase} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Who />
          <Menu.Divider />
          <ThemeChoice />
          <Menu.Divider />
          <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onShortcuts}>
            {t('shortcuts')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} aria-hidden />}
            disabled={leaving}
            onClick={waiting > 0 ? notice.open : leave}
          >
            {leaving ? t('signingOut') : t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <UnsentNotice opened={telling && waiting > 0} waiting={waiting} onClose={notice.close} />
    </>
  );
}

function Who() {
  const { t } = useTranslation('clinic');
  const me = useMe();
  const clinic = useClinic();
  return (
    <div className={classes.who}>
      <span className={classes.name}>{me.displayName}</span>
      <span className={classes.detail}>{t(`role.${me.role}`)}</span>
      <span className={classes.detail}>{clinic.name}</span>
    </div>
  );
}
