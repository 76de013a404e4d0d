import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#shared/people.ts';
import type { LocalDate } from '#shared/time.ts';
import { useConnectionStatus } from '../../../store/connection.ts';
import { patientName } from '../../../store/names.ts';
import { useDayContext } from '../dayContext.ts';
import {
  type BookingDraft,
  bookingBody,
  type DraftProblems,
  draftProblems,
  type PatientDraft,
} from './draft.ts';

/** Checks and sends a draft. What was typed stays until the booking is made or is sure to be sent. */
export function useBooking(
  draft: BookingDraft,
  change: (part: Partial<BookingDraft>) => void,
  taken: boolean,
) {
  const { t } = useTranslation('day');
  const { timeZone, today, send, changes, notices, rail, nameOfProvider, may } = useDayContext();
  const createPatient = useCreatePatient();
  const [tried, setTried] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const problems: DraftProblems = tried ? draftProblems(draft, timeZone, today) : {};

  const book = async (patient: Patient) => {
    const body = bookingBody(draft, timeZone, patient.id, taken ? reason.trim() : null);
    if (!body) return;
    const outcome = await send('appointment.book', { body });
    if (outcome.state === 'refused') return setSentence(changes.refusal(outcome.error, outcome.sentence));
    const what = { name: patientName(patient), time: draft.time, provider: nameOfProvider(body.providerId) };
    notices.tell('done', t(outcome.state === 'done' ? 'told.booked' : 'told.bookWaiting', what));
    rail.endBooking();
  };
  const run = async () => {
    if (draft.patient) return book(draft.patient);
    if (!draft.newPatient) return;
    const created = await createPatient(draft.newPatient);
    if (typeof created === 'string') return setSentence(created);
    change({ patient: created, newPatient: null });
    await book(created);
  };
  const submit = () => {
    setTried(true);
    setSentence(null);
    if (Object.keys(draftProblems(draft, timeZone, today)).length > 0) return;
    if (taken && !may('appointment.overbook')) return setSentence(t('taken.notAllowed'));
    if (taken && reason.trim() === '') return setSentence(t('taken.sayWhy'));
    setBusy(true);
    void run().finally(() => setBusy(false));
  };
  return { problems, sentence, busy, overbook: { reason, onReason: setReason }, submit };
}

/** The new patient's record, or the sentence that says why there is none. */
function useCreatePatient(): (typed: PatientDraft) => Promise<Patient | string> {
  const { t } = useTranslation('day');
  const { send, changes } = useDayContext();
  const { phase } = useConnectionStatus();
  return async (typed) => {
    // The booking needs the number the server gives to the patient, so this cannot wait in the queue.
    if (phase !== 'connected') return t('booking.patientOffline');
    const body = { ...typed, birthDate: typed.birthDate as LocalDate };
    const outcome = await send('patient.create', { body });
    if (outcome.state === 'refused') return changes.refusal(outcome.error, outcome.sentence);
    return outcome.state === 'done' ? outcome.answer.patient : t('booking.patientWaiting');
  };
}
