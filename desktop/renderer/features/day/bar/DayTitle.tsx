import { Popover, UnstyledButton } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LocalDate } from '#shared/time.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { useSelectedDate } from '../../../store/view.ts';
import classes from './DayBar.module.css';

/** The day in view; a click picks another. Today is the clinic's, which the calendar's own mark would take from the PC. */
export function DayTitle() {
  const { t } = useTranslation('day');
  const { date, today, show } = useSelectedDate();
  const { longDay, shortDay } = useClinicTime();
  const [open, popover] = useDisclosure(false);
  const year = date.slice(0, 4);
  const long = year === today.slice(0, 4) ? longDay(date) : `${longDay(date)}, ${year}`;
  const pick = (picked: string | null) => {
    const day = LocalDate.safeParse(picked);
    if (day.success) show(day.data);
    popover.close();
  };
  return (
    <Popover opened={open} onChange={popover.set} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.title ?? ''}
          onClick={popover.toggle}
          aria-label={t('pickDay', { day: long })}
        >
          <h1 className={classes.heading} data-testid="day-title">
            <span className={classes.long}>{long}</span>
            <span className={classes.short}>{shortDay(date)}</span>
          </h1>
          <IconChevronDown size={16} className={classes.chevron} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('calendar')}>
        <DatePicker
          value={date}
          onChange={pick}
          defaultDate={date}
          firstDayOfWeek={0}
          getDayProps={(day) =>
            day === today ? { className: classes.today ?? '', 'aria-current': 'date' } : {}
          }
          ariaLabels={{
            previousMonth: t('previousMonth'),
            nextMonth: t('nextMonth'),
            previousYear: t('previousYear'),
            nextYear: t('nextYear'),
          }}
          weekendDays={[]}
          key={date}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
