import type { useDay } from '../../store/day.ts';

/** One clinic day as the store gives it. */
export type DayView = NonNullable<ReturnType<typeof useDay>['data']>;

/** An appointment with its patient. */
export type Visit = DayView['visits'][number];

/** A command kept until the server can be reached. */
export type WaitingCommand = DayView['waiting'][number];
