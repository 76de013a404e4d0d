/** Pixels. The sticky row of providers and the sticky column of hours. */
export const headerHeight = 58;
export const axisWidth = 58;
/** Below this a column scrolls sideways instead of squeezing its cards. */
export const narrowestColumn = 172;
