import type { Right } from '#shared/permissions.ts';
import { type Appointment, movableStatuses } from '#shared/schedule.ts';

/** Opens the form that moves a visit, shown on its button. */
export const moveKey = 'M';

/** Whether this person may move a visit that stands so. */
export function canMove({ status }: Appointment, may: (right: Right) => boolean): boolean {
  return may('appointment.move') && movableStatuses.has(status);
}
