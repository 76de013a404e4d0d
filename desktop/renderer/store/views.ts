/** The shapes screens work with: what the main process gives, by the names screens know. */
export type { DayView, RefusedCommand, Visit, WaitingCommand } from '#desktop/bridge/views.ts';
