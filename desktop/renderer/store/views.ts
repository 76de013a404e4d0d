/** The shapes screens work with: what the main process gives, by the names screens know. */
export type { RefusedCommand, Visit } from '#desktop/bridge/views.ts';
