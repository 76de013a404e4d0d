import { Button, Group } from '@mantine/core';
import { IconUserEdit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '#shared/schedule.ts';
import { localDateOf } from '#shared/time.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { timeRange, useChangedBy } from '../changes/useRefusalWords.ts';
import { useDayContext } from '../dayContext.ts';
import classes from './ChangedElsewhere.module.css';
import { changedFields } from './changedFields.ts';
import type { Seen } from './useSeen.ts';

interface Props {
  seen: Seen;
  /** Drops what was typed for what stands now; left out where nothing was typed. */
  onReload?: () => void;
}

/** In an open form: somebody was faster. Nothing typed is touched until the person chooses. */
export function ChangedElsewhere({ seen, onReload }: Props) {
  const { t } = useTranslation(['day', 'clinic']);
  const { today, timeZone, nameOfProvider } = useDayContext();
  const { clockOrDay, shortDay } = useClinicTime();
  const changedBy = useChangedBy();
  if (!seen.changed) return null;
  const { current } = seen;
  const words: Record<ReturnType<typeof changedFields>[number], (a: Appointment) => string> = {
    day: (a) => shortDay(localDateOf(a.scheduledStart, timeZone)),
    time: (a) => timeRange(a, timeZone),
    provider: (a) => nameOfProvider(a.providerId),
    status: (a) => t(`clinic:status.${a.status}`),
    room: (a) => a.room ?? '–',
    reason: (a) => a.reason || '–',
    note: (a) => a.note || '–',
  };
  return (
    <div className={classes.box} role="status" data-testid="changed-elsewhere">
      <div className={classes.title}>
        <IconUserEdit size={17} aria-hidden />
        {t('elsewhere.title', { who: changedBy(current), at: clockOrDay(current.updatedAt, today) })}
      </div>
      <dl className={classes.changes}>
        {changedFields(seen.seen, current, timeZone).map((field) => (
          <div key={field}>
            <dt>{t(`field.${field}`)}</dt>
            <dd>
              <s>{words[field](seen.seen)}</s> {words[field](current)}
            </dd>
          </div>
        ))}
      </dl>
      <Group gap={6}>
        <Button size="compact-sm" onClick={seen.accept}>
          {t(onReload ? 'elsewhere.keep' : 'elsewhere.goOn')}
        </Button>
        {onReload && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              seen.accept();
              onReload();
            }}
          >
            {t('elsewhere.reload')}
          </Button>
        )}
      </Group>
    </div>
  );
}
