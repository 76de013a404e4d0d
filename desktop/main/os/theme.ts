import { nativeTheme } from 'electron';

/** The ground a window has before its page is painted: another than the page's (theme/palette.css) would flash. */
export function ground(): string {
  return nativeTheme.shouldUseDarkColors ? '#161e23' : '#ffffff';
}
