/** The change toasts on screen, oldest first, and how many gave way to newer ones. */
export interface ToastStack {
  shown: readonly string[];
  more: number;
}

export const emptyStack: ToastStack = { shown: [], more: 0 };

/** More than this are counted instead of shown. */
export const mostShown = 3;

export interface Pushed {
  stack: ToastStack;
  /** Toasts on screen that give way. */
  hide: readonly string[];
  /** The new ones that are shown. */
  show: readonly string[];
}

/** The newest stay; whatever does not fit is counted. */
export function pushToasts(stack: ToastStack, fresh: readonly string[]): Pushed {
  const every = [...stack.shown, ...fresh];
  const shown = every.slice(-mostShown);
  const gone = every.slice(0, -mostShown);
  return {
    stack: { shown, more: stack.more + gone.length },
    hide: stack.shown.filter((id) => gone.includes(id)),
    show: fresh.filter((id) => shown.includes(id)),
  };
}

export function closeToast(stack: ToastStack, id: string): ToastStack {
  return { ...stack, shown: stack.shown.filter((shown) => shown !== id) };
}
