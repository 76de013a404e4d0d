import { Button, Checkbox, Divider, Popover, Stack } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#shared/ids.ts';
import { shortName } from '../../../store/names.ts';
import { useProviderFilter } from '../../../store/view.ts';
import { useDayContext } from '../dayContext.ts';
import classes from './DayBar.module.css';

/** Whose columns are shown. Kept on this PC. */
export function ProviderFilter() {
  const { t } = useTranslation('day');
  const { day, providers } = useDayContext();
  const [filter, setFilter] = useProviderFilter();
  const all = [...day.providers].sort((a, b) => a.position - b.position);
  const shown = new Set(providers.map((provider) => provider.id));
  const isFiltered = filter !== null && shown.size < all.length;
  const [only] = providers;
  const label = !isFiltered
    ? t('allProviders')
    : providers.length === 1 && only
      ? shortName(only.displayName)
      : t('someProviders', { count: shown.size, all: all.length });
  const toggle = (id: ProviderId) => {
    const next = isFiltered
      ? all.map((p) => p.id).filter((other) => shown.has(other) !== (other === id))
      : [id];
    setFilter(next.length === all.length || next.length === 0 ? null : next);
  };
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={isFiltered ? 'light' : 'default'}
          h={34}
          px={12}
          className={classes.filter ?? ''}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="group" aria-label={t('providerFilter')}>
        <Stack gap="sm">
          <Checkbox label={t('allProviders')} checked={!isFiltered} onChange={() => setFilter(null)} />
          <Divider />
          {all.map((provider) => (
            <Checkbox
              key={provider.id}
              label={provider.displayName}
              description={provider.specialty}
              checked={isFiltered && shown.has(provider.id)}
              onChange={() => toggle(provider.id)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
