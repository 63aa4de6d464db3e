import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { monthBefore } from '#web/day.ts'
import { untilThere } from '#web/waiting.ts'
import type { Lifecycle } from '../insights/lifecycle/lifecycle.schema.ts'

export const lifecycleQuery = (asOf: string | undefined) => queryOptions({
  queryKey: ['lifecycle', { asOf }],
  queryFn: ({ signal }) => read('/api/lifecycle', { query: asOf === undefined ? {} : { asOf }, signal }),
  placeholderData: keepPreviousData,
  refetchInterval: untilThere
})

/** While the warehouse is being filled, the page looks again by itself. */
export const warehouseQuery = queryOptions({
  queryKey: ['warehouse'],
  queryFn: ({ signal }) => read('/api/warehouse', { signal }),
  refetchInterval: (query) => query.state.data !== undefined && query.state.data.state !== 'ready' ? 3000 : false
})

/** The same figures a month before, where there was anything then. */
export function useMonthBefore(now: Lifecycle | undefined): { readonly day: string | undefined, readonly before: Lifecycle | undefined } {
  const day = now === undefined ? undefined : monthBefore(now.stamp.asOf)
  const first = now?.stamp.fresh.firstDay
  const isThere = day !== undefined && first !== null && first !== undefined && first < day
  const { data } = useQuery({ ...lifecycleQuery(day), enabled: isThere })
  return { day: isThere ? day : undefined, before: isThere ? data : undefined }
}

export const customersIn = (lifecycle: Lifecycle, state: string): number => lifecycle.states.find((each) => each.state === state)?.customers ?? 0
