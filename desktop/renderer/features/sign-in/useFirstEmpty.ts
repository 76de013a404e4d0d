import type { UseFormReturnType } from '@mantine/form';
import { useCallback, useEffect, useRef } from 'react';

/** The form's fields by `name`, in the order they are filled in. */
const order = ['address', 'username', 'password'] as const;
type Values = Record<(typeof order)[number], string>;

/** Puts the cursor where the person has to type next: at once, and whenever called. */
export function useFirstEmpty(form: UseFormReturnType<Values>): () => void {
  const values = useRef(form.values);
  useEffect(() => {
    values.current = form.getValues();
  });
  const focus = useCallback(() => {
    // After the fields have rendered with the values just set.
    requestAnimationFrame(() => {
      const name = order.find((field) => values.current[field].trim() === '') ?? 'password';
      document.querySelector<HTMLInputElement>(`form input[name="${name}"]`)?.focus();
    });
  }, []);
  useEffect(focus, [focus]);
  return focus;
}
