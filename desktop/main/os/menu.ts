import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { text } from './text.ts';

/** The menu carries the keys every PC program has; what belongs to the clinic is in the window. */
export function setMenu(): void {
  const { menu } = text;
  const first: MenuItemConstructorOptions =
    process.platform === 'darwin'
      ? { role: 'appMenu' }
      : { label: menu.app, submenu: [{ role: 'quit', label: menu.quit, accelerator: 'Ctrl+Q' }] };
  const forDevelopers: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...forDevelopers,
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      first,
      { label: menu.edit, role: 'editMenu' },
      { label: menu.view, submenu: view },
      { label: menu.window, role: 'windowMenu' },
    ]),
  );
}
