import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Appointment } from '#shared/schedule.ts';
import { Instant } from '#shared/time.ts';
import { useClinicTime } from '../../store/clinicTime.ts';
import { patientName } from '../../store/names.ts';
import { useToday } from '../../store/view.ts';
import type { RefusedCommand } from '../../store/views.ts';
import { useFindVisit } from '../../store/visits.ts';

const Timed = z.object({ scheduledStart: Instant });

/** What was refused, in words, and the appointment it was about where this window knows it. */
export function useRefusalWords(): (refusal: RefusedCommand) => {
  text: string;
  appointment: Appointment | null;
} {
  const { t } = useTranslation('notices');
  const { clockOrDay } = useClinicTime();
  const today = useToday();
  const findVisit = useFindVisit();
  return ({ command, error }) => {
    const visit = command.id === null ? null : findVisit(command.id);
    const wanted = Timed.safeParse(command.body);
    const current = error.kind === 'stale' || error.kind === 'stepNotAllowed' ? error.current : null;
    const text = t(`what.${command.type}`, {
      patient: visit ? patientName(visit.patient) : t('aPatient'),
      time: wanted.success ? clockOrDay(wanted.data.scheduledStart, today) : '',
    });
    return { text, appointment: visit?.appointment ?? current };
  };
}
