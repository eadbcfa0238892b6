import { QueryClient } from '@tanstack/react-query'

/** A cache for one person's session. The main process answers from this computer: no network, nothing to retry. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 0 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
