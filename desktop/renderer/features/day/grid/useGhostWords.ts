import { useTranslation } from 'react-i18next';
import type { PatientId } from '#shared/ids.ts';
import { useBridgeQuery } from '../../../store/bridgeQuery.ts';
import { patientName } from '../../../store/names.ts';
import type { Ghost } from '../changes/pending.ts';
import { useDayContext } from '../dayContext.ts';
import { timeLabel } from './axis.ts';

const nobody = '00000000-0000-4000-8000-000000000000' as PatientId;

/** What stands on a visit that is still on its way. */
export function useGhostWords({ span, moved, patientId, reason, state }: Ghost) {
  const { t } = useTranslation('day');
  const { visitOf, timeZone } = useDayContext();
  const { data: booked } = useBridgeQuery(
    'patient.read',
    { id: patientId ?? nobody },
    { enabled: patientId !== null, keepPrevious: false },
  );
  const visit = moved === null ? undefined : visitOf(moved);
  const patient = visit?.patient ?? booked?.patient;
  const range = `${timeLabel(span.start, timeZone)}–${timeLabel(span.end, timeZone)}`;
  const why = visit?.appointment.reason ?? reason;
  return {
    name: patient ? patientName(patient) : t('newBooking'),
    detail: why ? `${range} · ${why}` : range,
    words: t(`ghost.${state}`),
  };
}
