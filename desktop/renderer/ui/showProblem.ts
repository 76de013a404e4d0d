import { notifications } from '@mantine/notifications';

interface Problem {
  /** Given again, takes the place of the notice of this id. */
  id?: string;
  title?: string;
  message: string;
}

/** A problem in words, at the bottom left; it stays until the person closes it. */
export function showProblem({ id, title, message }: Problem): void {
  if (id) notifications.hide(id);
  notifications.show({ ...(id && { id }), title, message, autoClose: false, color: 'red', role: 'alert' });
}
