import { CloseButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentStatus } from '#shared/schedule.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { StatusIcon } from '../StatusIcon.tsx';
import { duration } from '../statusWords.ts';
import { clinicFlow } from './clinicFlow.ts';
import { FlowList } from './FlowList.tsx';
import classes from './FlowPanel.module.css';

/** Beside the day when nothing is selected: how the clinic stands, and whom to look after next. */
export function FlowPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['day', 'clinic']);
  const { date, today, day, providers, now, isToday } = useDayContext();
  const visits = useMemo(() => {
    const shown = new Set<string>(providers.map((provider) => provider.id));
    return day.visits.filter((visit) => shown.has(visit.appointment.providerId));
  }, [day.visits, providers]);
  return (
    <div className={classes.flow}>
      <header className={classes.header}>
        <h2>{isToday ? t('flow.title') : t('flow.dayTitle')}</h2>
        <CloseButton className={classes.close ?? ''} aria-label={t('close')} onClick={onClose} />
      </header>
      {isToday ? <Today visits={visits} now={now} /> : <AnotherDay visits={visits} past={date < today} />}
    </div>
  );
}

function Tile({ count, label, status }: { count: number; label: string; status: AppointmentStatus }) {
  return (
    <div className={classes.tile} data-status={status} data-none={count === 0 || undefined}>
      <strong>{count}</strong>
      <StatusIcon status={status} size={17} />
      <span>{label}</span>
    </div>
  );
}

function Today({ visits, now }: { visits: readonly Visit[]; now: number }) {
  const { t } = useTranslation(['day', 'clinic']);
  const flow = useMemo(() => clinicFlow(visits, now), [visits, now]);
  const waiting =
    flow.waiting > 0 ? t('flow.waitingMax', { longest: duration(t, flow.longestWait) }) : t('flow.waiting');
  return (
    <>
      <div className={classes.tiles}>
        <Tile count={flow.waiting} label={waiting} status="checkedIn" />
        <Tile count={flow.roomed} label={t('clinic:status.roomed')} status="roomed" />
        <Tile count={flow.withProvider} label={t('clinic:status.withProvider')} status="withProvider" />
        <Tile count={flow.checkedOut} label={t('clinic:status.checkedOut')} status="checkedOut" />
        <Tile count={flow.toCome} label={t('flow.toCome')} status="confirmed" />
        <Tile count={flow.noShows} label={t('flow.noShows')} status="noShow" />
      </div>
      <FlowList title={t('flow.waits')} visits={flow.waits} none={t('flow.noWaits')} />
      <FlowList title={t('flow.arrivals')} visits={flow.arrivals} none={t('flow.noArrivals')} />
    </>
  );
}

/** A day ahead is counted by what is to come; checked-out visits and no-shows are of a day gone by. */
function AnotherDay({ visits, past }: { visits: readonly Visit[]; past: boolean }) {
  const { t } = useTranslation(['day', 'clinic']);
  const count = (status: AppointmentStatus) =>
    visits.filter((visit) => visit.appointment.status === status).length;
  return (
    <div className={classes.tiles}>
      <Tile count={count('booked')} label={t('clinic:status.booked')} status="booked" />
      <Tile count={count('confirmed')} label={t('clinic:status.confirmed')} status="confirmed" />
      {past && <Tile count={count('checkedOut')} label={t('clinic:status.checkedOut')} status="checkedOut" />}
      <Tile count={count('cancelled')} label={t('clinic:status.cancelled')} status="cancelled" />
      {past && <Tile count={count('noShow')} label={t('flow.noShows')} status="noShow" />}
    </div>
  );
}
