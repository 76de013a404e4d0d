import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconLayoutSidebarRight, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/time.ts';
import { useSelectedDate } from '../../../store/view.ts';
import { TopBarAction, TopBarStart } from '../../../ui/slots.tsx';
import { useDayContext } from '../dayContext.ts';
import classes from './DayBar.module.css';
import { DayTitle } from './DayTitle.tsx';
import { ProviderFilter } from './ProviderFilter.tsx';

interface Props {
  onBook: () => void;
  onToday: () => void;
  flowOpen: boolean;
  onFlow: () => void;
}

/** The controls of the day in the bar of the shell. */
export function DayBar({ onBook, onToday, flowOpen, onFlow }: Props) {
  const { t } = useTranslation('day');
  const { may } = useDayContext();
  return (
    <>
      <TopBarStart>
        <DayTitle />
        <Paging onToday={onToday} />
        <ProviderFilter />
      </TopBarStart>
      <TopBarAction>
        <Tooltip label={t('flow.title')}>
          <ActionIcon
            className={classes.flow ?? ''}
            variant={flowOpen ? 'light' : 'default'}
            size={34}
            aria-label={t('flow.title')}
            aria-expanded={flowOpen}
            onClick={onFlow}
          >
            <IconLayoutSidebarRight size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        {may('appointment.book') && (
          <Button
            h={34}
            px={12}
            leftSection={<IconPlus size={16} stroke={2.4} />}
            onClick={onBook}
            data-testid="book"
            className={classes.book ?? ''}
          >
            {t('book')}
          </Button>
        )}
      </TopBarAction>
    </>
  );
}

function Paging({ onToday }: Pick<Props, 'onToday'>) {
  const { t } = useTranslation('day');
  const { date, isToday, show, showToday } = useSelectedDate();
  const today = () => {
    showToday();
    onToday();
  };
  return (
    <div className={classes.paging}>
      <Tooltip label={t('previous')}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t('previous')}
          onClick={() => show(addDays(date, -1))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
      </Tooltip>
      <Button variant="default" h={34} px={12} onClick={today} aria-current={isToday ? 'date' : undefined}>
        {t('today')}
      </Button>
      <Tooltip label={t('next')}>
        <ActionIcon variant="default" size={34} aria-label={t('next')} onClick={() => show(addDays(date, 1))}>
          <IconChevronRight size={18} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
