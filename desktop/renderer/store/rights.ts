import { useCallback } from 'react';
import { may, type Right } from '#shared/permissions.ts';
import { useMe } from './session.ts';

/** What the person signed in may do. For offering only: the server decides. */
export function useRights(): (right: Right) => boolean {
  const { role } = useMe();
  return useCallback((right) => may(role, right), [role]);
}
