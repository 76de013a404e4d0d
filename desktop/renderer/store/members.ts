import { useMemo } from 'react';
import type { UserId } from '#shared/ids.ts';
import type { Member } from '#shared/people.ts';
import { useBridgeQuery } from './bridgeQuery.ts';

/** The people of the clinic by id; empty until read. */
export function useMembers(): ReadonlyMap<UserId, Member> {
  const { data } = useBridgeQuery('members.read', undefined);
  return useMemo(() => new Map(data?.map((member) => [member.id, member])), [data]);
}
