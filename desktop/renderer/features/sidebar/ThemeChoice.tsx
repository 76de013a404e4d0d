import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Sidebar.module.css';

const schemes = [
  { value: 'light', Icon: IconSun },
  { value: 'dark', Icon: IconMoon },
  { value: 'auto', Icon: IconDeviceDesktop },
] as const;

/** Light, dark, or as the system says; Mantine keeps the choice on this PC. */
export function ThemeChoice() {
  const { t } = useTranslation('sidebar');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('theme')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme}>
        {schemes.map(({ value, Icon }) => (
          <Menu.RadioItem key={value} value={value} onChange={() => setColorScheme(value)}>
            <span className={classes.scheme}>
              <Icon size={16} aria-hidden />
              {t(value)}
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
