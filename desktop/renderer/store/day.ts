import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addDays, type LocalDate } from '#shared/time.ts';
import { useBridgeQuery } from './bridgeQuery.ts';
import { callBridge } from './callBridge.ts';
import { refreshedBy } from './refreshByEvent.ts';
import { useStore } from './storeContext.ts';

/**
 * One clinic day. Never shows another day's patients under this day's date: `data` is undefined until the day
 * itself is read. The days before and after are read ahead, so paging shows at once.
 */
export function useDay(date: LocalDate) {
  const { bridge } = useStore();
  const queries = useQueryClient();
  const query = useBridgeQuery('day.read', { date }, { keepPrevious: false });
  const ready = query.data !== undefined;
  useEffect(() => {
    if (!ready) return;
    for (const near of [addDays(date, 1), addDays(date, -1)])
      void queries.prefetchQuery({
        queryKey: ['day.read', { date: near }],
        queryFn: () => callBridge(bridge, 'day.read', { date: near }),
        meta: { refreshOn: refreshedBy['day.read'] },
      });
  }, [ready, date, bridge, queries]);
  return query;
}
