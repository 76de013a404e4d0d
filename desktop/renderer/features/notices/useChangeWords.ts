import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentEvent } from '#shared/events.ts';
import { localDateOf } from '#shared/time.ts';
import { useClinicTime } from '../../store/clinicTime.ts';
import { useDay } from '../../store/day.ts';
import { useMembers } from '../../store/members.ts';
import { patientName, shortName } from '../../store/names.ts';
import { useClinic, useMe } from '../../store/session.ts';
import { useSelectedDate } from '../../store/view.ts';
import { useFetchPatient } from '../../store/visits.ts';
import { callingName } from './callingName.ts';

/** Says in one sentence who did what. Reads the patient's name, hence a promise. */
export function useChangeWords(): (event: AppointmentEvent) => Promise<string> {
  const { t } = useTranslation('notices');
  const { t: clinicWord } = useTranslation('clinic');
  const { clock, longDay } = useClinicTime();
  const { timeZone } = useClinic();
  const { id: myId } = useMe();
  const { date } = useSelectedDate();
  const { data: day } = useDay(date);
  const members = useMembers();
  const fetchPatient = useFetchPatient();
  return useCallback(
    async (event) => {
      const { appointment } = event.data;
      const patient = await fetchPatient(appointment.patientId);
      const provider = day?.providers.find(({ id }) => id === appointment.providerId);
      const at = clock(appointment.scheduledStart);
      const on = localDateOf(appointment.scheduledStart, timeZone);
      return t(event.type, {
        who: event.actor.userId === myId ? t('you') : callingName(event.actor.name, members.values()),
        patient: patient ? patientName(patient) : t('aPatient'),
        provider: provider ? shortName(provider.displayName) : '',
        time: on === date ? at : `${longDay(on)}, ${at}`,
        room: appointment.room ?? '',
        status: clinicWord(`status.${appointment.status}`),
      });
    },
    [t, clinicWord, clock, longDay, timeZone, myId, date, day?.providers, members, fetchPatient],
  );
}
