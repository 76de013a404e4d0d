import { useEffect, useRef } from 'react';
import { type AppointmentEvent, isAppointmentEvent } from '#shared/events.ts';
import { isOwnActor } from './isOwnActor.ts';
import { useSignedIn, useStore } from './storeContext.ts';

/** `live` is false for what was missed while away; `own` is true for what was done at this PC by this person. */
export interface Heard {
  live: boolean;
  own: boolean;
}

type Handler = (event: AppointmentEvent, heard: Heard) => void;

export interface AppointmentHandlers {
  onCreated?: Handler;
  /** Every change that is not one of the other three. */
  onUpdated?: Handler;
  onCancelled?: Handler;
  onCheckedIn?: Handler;
}

/** The one handler an event belongs to. */
export function handlerFor(
  type: AppointmentEvent['type'],
  handlers: AppointmentHandlers,
): Handler | undefined {
  if (type === 'appointment.created') return handlers.onCreated;
  if (type === 'appointment.cancelled') return handlers.onCancelled;
  if (type === 'appointment.checkedIn') return handlers.onCheckedIn;
  return handlers.onUpdated;
}

/** Hear of appointments as they change, in `seq` order, after the cache has them. Handlers may change freely. */
export function useAppointmentEvents(handlers: AppointmentHandlers): void {
  const { bridge } = useStore();
  const { member, workstation } = useSignedIn().session;
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(
    () =>
      bridge.on('eventsApplied', ({ events, live }) => {
        for (const event of events.filter(isAppointmentEvent)) {
          const own = isOwnActor(event.actor, member.id, workstation);
          handlerFor(event.type, latest.current)?.(event, { live, own });
        }
      }),
    [bridge, member.id, workstation],
  );
}
