import {
  IconCalendar,
  IconCalendarCheck,
  IconCircleCheck,
  IconDoor,
  IconHourglass,
  IconStethoscope,
  IconUserOff,
  IconX,
} from '@tabler/icons-react';
import type { AppointmentStatus } from '#shared/schedule.ts';

const icons: Record<AppointmentStatus, typeof IconX> = {
  booked: IconCalendar,
  confirmed: IconCalendarCheck,
  checkedIn: IconHourglass,
  roomed: IconDoor,
  withProvider: IconStethoscope,
  checkedOut: IconCircleCheck,
  cancelled: IconX,
  noShow: IconUserOff,
};

/** A shape of its own for every status, always beside its words. */
export function StatusIcon({ status, size = 13 }: { status: AppointmentStatus; size?: number }) {
  const Icon = icons[status];
  return <Icon size={size} stroke={2.1} aria-hidden />;
}
