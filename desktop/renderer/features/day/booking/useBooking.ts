import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#shared/people.ts';
import { useConnectionStatus } from '../../../store/connection.ts';
import { patientName } from '../../../store/names.ts';
import { useDayContext } from '../dayContext.ts';
import { parseBirthDate } from './dayText.ts';
import {
  type BookingDraft,
  bookingBody,
  type DraftProblems,
  draftProblems,
  type PatientDraft,
  refusedFields,
} from './draft.ts';
import { focusFirstProblem } from './focusFirstProblem.ts';

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
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState(0);
  useEffect(() => {
    if (wrong > 0) focusFirstProblem(form.current);
  }, [wrong]);
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<RefusedPatient | null>(null);
  const problems: DraftProblems = {
    // What the server did not take of a new patient stands until it is changed.
    ...(refused?.typed === draft.newPatient ? refused?.problems : {}),
    ...(tried ? draftProblems(draft, timeZone, today) : {}),
  };

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
    if ('sentence' in created) {
      setSentence(created.sentence);
      setRefused(created);
      return toProblem();
    }
    change({ patient: created, newPatient: null });
    await book(created);
  };
  // Counted, so that each try goes there, once the fields are marked.
  const toProblem = () => setWrong((tries) => tries + 1);
  const submit = () => {
    setTried(true);
    setSentence(null);
    if (Object.keys(draftProblems(draft, timeZone, today)).length > 0) return toProblem();
    if (taken && !may('appointment.overbook')) return setSentence(t('taken.notAllowed'));
    setBusy(true);
    void run().finally(() => setBusy(false));
  };
  return { form, problems, sentence, busy, overbook: { reason, onReason: setReason }, submit };
}

/** Why there is no record: in a sentence, and by field where the server named fields of what was typed. */
interface RefusedPatient {
  typed: PatientDraft;
  sentence: string;
  problems: DraftProblems;
}

/** The new patient's record, or why there is none. */
function useCreatePatient(): (typed: PatientDraft) => Promise<Patient | RefusedPatient> {
  const { t } = useTranslation('day');
  const { send, changes } = useDayContext();
  const { phase } = useConnectionStatus();
  return async (typed) => {
    const refuse = (sentence: string, problems: DraftProblems = {}) => ({ typed, sentence, problems });
    // The booking needs the number the server gives to the patient, so this cannot wait in the queue.
    if (phase !== 'connected') return refuse(t('booking.patientOffline'));
    const birthDate = parseBirthDate(typed.birthDate);
    if (!birthDate) return refuse(t('problem.noDate'), { birthDate: 'noDate' });
    const body = { ...typed, birthDate };
    const outcome = await send('patient.create', { body });
    if (outcome.state === 'refused')
      return refuse(changes.refusal(outcome.error, outcome.sentence), refusedFields(outcome.error));
    return outcome.state === 'done' ? outcome.answer.patient : refuse(t('booking.patientWaiting'));
  };
}
