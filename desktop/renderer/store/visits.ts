import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DayView, PatientView, Visit } from '#desktop/bridge/views.ts';
import type { PatientId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';
import { callBridge } from './callBridge.ts';
import { refreshedBy } from './refreshByEvent.ts';
import { useStore } from './storeContext.ts';

/** Finds a visit among the days this window has read; null when none of them has it. */
export function useFindVisit(): (appointmentId: string) => Visit | null {
  const queries = useQueryClient();
  return useCallback(
    (appointmentId) => {
      for (const [, day] of queries.getQueriesData<DayView>({ queryKey: ['day.read'] })) {
        const visit = day?.visits.find(({ appointment }) => appointment.id === appointmentId);
        if (visit) return visit;
      }
      return null;
    },
    [queries],
  );
}

/** Reads a patient once, outside rendering. Null when this workstation cannot give them. */
export function useFetchPatient(): (id: PatientId) => Promise<Patient | null> {
  const { bridge } = useStore();
  const queries = useQueryClient();
  return useCallback(
    async (id) => {
      const query = {
        queryKey: ['patient.read', { id }],
        queryFn: () => callBridge(bridge, 'patient.read', { id }),
        meta: { refreshOn: refreshedBy['patient.read'] },
      };
      await queries.prefetchQuery(query);
      return queries.getQueryData<PatientView>(query.queryKey)?.patient ?? null;
    },
    [bridge, queries],
  );
}
