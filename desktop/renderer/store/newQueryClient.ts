import { QueryClient } from '@tanstack/react-query';

/**
 * Answers come from the cache beside us: never old by time, never retried, and independent of what the browser
 * thinks of the network.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}
