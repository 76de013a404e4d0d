import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import { useDayContext } from '../dayContext.ts';
import type { Span } from '../grid/drag.ts';
import { draftSpan } from './draft.ts';

/** Where the booking in the open form would stand, and for whom; null when no form is open or it names no place. */
export function useDraftPlace(): { span: Span; name: string } | null {
  const { t } = useTranslation('day');
  const { rail, timeZone } = useDayContext();
  const { booking, shown } = rail;
  const span = booking && shown === 'booking' ? draftSpan(booking, timeZone) : null;
  if (!booking || !span) return null;
  const who = booking.patient ?? booking.newPatient;
  return { span, name: (who && patientName(who).trim()) || t('newBooking') };
}
