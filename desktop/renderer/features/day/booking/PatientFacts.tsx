import type { Patient } from '#shared/people.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import classes from './BookingForm.module.css';

/** What tells two patients of one name apart. */
export function PatientFacts({ patient }: { patient: Patient }) {
  const { birthDay } = useClinicTime();
  const facts = [birthDay(patient.birthDate), patient.mrn, patient.phone].filter((fact) => fact !== '');
  return <div className={classes.facts}>{facts.join(' · ')}</div>;
}
