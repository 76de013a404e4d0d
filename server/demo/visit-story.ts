import { book, type Stamp } from '#server/domain/appointment.ts';
import { takeSlot } from '#server/domain/slots.ts';
import { type StepDetails, stepNames, takeStep } from '#server/domain/visit.ts';
import type { PastEvent } from '#server/store/first-log.ts';
import type { Actor } from '#shared/events.ts';
import type { AppointmentId } from '#shared/ids.ts';
import type { Appointment, BookAppointment, VisitStep } from '#shared/schedule.ts';
import { toInstant } from '#shared/time.ts';

/** A step someone takes at a moment (milliseconds since 1970). */
export interface StoryStep {
  readonly at: number;
  readonly step: VisitStep;
  readonly actor: Actor;
  readonly details?: StepDetails;
}

export interface Story {
  readonly id: AppointmentId;
  readonly booking: BookAppointment;
  readonly bookedAt: number;
  readonly bookedBy: Actor;
  /** In order of time. */
  readonly steps: readonly StoryStep[];
}

export interface Told {
  readonly appointment: Appointment;
  readonly events: readonly PastEvent[];
}

/**
 * What became of a visit by `now`, and the events that led there. Every step goes through the rules that a real
 * command goes through, so that the demo holds nothing the clinic could not have done.
 * @param others appointments of the same provider booked already
 */
export function tell(story: Story, others: readonly Appointment[], now: number): Told {
  const events: PastEvent[] = [];
  const record = (appointment: Appointment, type: (typeof stepNames)[VisitStep]['event'], by: Actor) => {
    const event = { type, data: { appointment } };
    events.push({ at: appointment.updatedAt, actor: by, entityId: appointment.id, event });
    return appointment;
  };
  const booked = book(story.id, story.booking, stampOf(story.bookedBy, story.bookedAt));
  const placed = takeSlot(booked, others, story.booking.overbookReason);
  let appointment = record(placed, 'appointment.created', story.bookedBy);
  for (const { at, step, actor, details = {} } of story.steps) {
    if (at > now) break;
    appointment = takeStep(appointment, step, details, stampOf(actor, at));
    record(appointment, stepNames[step].event, actor);
  }
  return { appointment, events };
}

function stampOf(actor: Actor, at: number): Stamp {
  return { by: actor.userId, at: toInstant(Math.floor(at / 1000) * 1000) };
}
