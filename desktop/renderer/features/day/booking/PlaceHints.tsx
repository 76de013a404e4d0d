import { useTranslation } from 'react-i18next';
import classes from './BookingForm.module.css';

/** What is unusual about the place, and no reason not to take it. */
export function PlaceHints({ past, closed }: { past: boolean; closed: boolean }) {
  const { t } = useTranslation('day');
  return (
    <>
      {past && <p className={classes.hint}>{t('booking.past')}</p>}
      {closed && <p className={classes.hint}>{t('booking.closed')}</p>}
    </>
  );
}
