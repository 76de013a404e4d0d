/** What the main process itself shows to a person. All else is in the page's catalogue. */
export const text = {
  menu: { app: 'Roomlight', edit: 'Edit', view: 'View', window: 'Window', quit: 'Quit Roomlight' },
  reopened: {
    title: 'The window was opened again',
    detail:
      'It had stopped working. Nothing you saved or sent is lost; what was being typed may have to be typed again.',
    ok: 'Go on',
  },
  stopped: {
    title: 'Roomlight’s window has stopped working again',
    detail: 'Nothing you saved or sent is lost. Try once more, or quit and tell your IT.',
    again: 'Try once more',
    quit: 'Quit',
  },
  leaving: {
    title: (count: number) =>
      count === 1 ? 'One change has not reached the clinic' : `${count} changes have not reached the clinic`,
    detail: 'This PC keeps nothing, so it would be lost. Wait until Roomlight is connected.',
    stay: 'Stay',
    leave: 'Close and lose it',
  },
  failed: {
    title: 'Roomlight could not start',
    detail: 'Open it again. If that does not help, ask your IT to install it anew.',
  },
} as const;
