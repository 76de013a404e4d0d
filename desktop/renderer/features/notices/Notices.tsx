import { VisuallyHidden } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentEvent } from '#shared/events.ts';
import { localDateOf } from '#shared/time.ts';
import { type Heard, useAppointmentEvents } from '../../store/appointmentEvents.ts';
import { useClinic } from '../../store/session.ts';
import { useReveal, useSelectedDate } from '../../store/view.ts';
import { useFindVisit } from '../../store/visits.ts';
import classes from './ChangeToast.module.css';
import { useChangeToasts } from './useChangeToasts.tsx';
import { useChangeWords } from './useChangeWords.ts';

/** Tells what others changed on the day in view, at the bottom left. */
export function Notices() {
  const { t } = useTranslation('notices');
  const { add, addAway, spoken } = useChangeToasts();
  const say = useChangeWords();
  const reveal = useReveal();
  const inView = useInView();
  const tell = async (events: readonly AppointmentEvent[]) =>
    add(
      await Promise.all(
        events.map(async (event) => ({
          id: `change-${event.seq}`,
          text: await say(event),
          onShow: () => reveal(event.data.appointment),
        })),
      ),
    );
  const hear = useGathered((heard) => {
    const live = heard.filter(({ event, live }) => live && inView(event));
    const missed = heard.filter(({ live }) => !live);
    if (live.length > 0) void tell(live.map(({ event }) => event));
    if (missed.length > 0) addAway(missed.length);
  });
  useAppointmentEvents({ onCreated: hear, onUpdated: hear, onCancelled: hear, onCheckedIn: hear });
  return (
    <>
      <Notifications
        position="bottom-left"
        limit={8}
        containerWidth={480}
        zIndex={150}
        className={classes.place}
      />
      <VisuallyHidden role="status" aria-label={t('label')}>
        {spoken}
      </VisuallyHidden>
    </>
  );
}

interface Gathered extends Pick<Heard, 'live'> {
  event: AppointmentEvent;
}

/** Hands over all that one push brought at once, what this person did here left out. */
function useGathered(
  handle: (gathered: Gathered[]) => void,
): (event: AppointmentEvent, heard: Heard) => void {
  const gathered = useRef<Gathered[]>([]);
  return (event, { live, own }) => {
    if (own) return;
    gathered.current.push({ event, live });
    if (gathered.current.length > 1) return;
    queueMicrotask(() => handle(gathered.current.splice(0)));
  };
}

/** Whether a change touches the day in view: the visit is on it now, or was before. */
function useInView(): (event: AppointmentEvent) => boolean {
  const { timeZone } = useClinic();
  const { date } = useSelectedDate();
  const findVisit = useFindVisit();
  return useCallback(
    ({ data: { appointment } }) => {
      const before = findVisit(appointment.id)?.appointment ?? appointment;
      return [appointment, before].some(
        ({ scheduledStart }) => localDateOf(scheduledStart, timeZone) === date,
      );
    },
    [timeZone, date, findVisit],
  );
}
