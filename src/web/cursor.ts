import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, type Query } from './api.ts'
import type { ListPath, ListQuery, RowOf } from './client.ts'

export interface CursorPage<Row> { readonly items: readonly Row[], readonly next: string | null }

export interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly isPending: boolean
  readonly error: unknown
  readonly retry: () => void
  /** For DataTable: loads the next page when the end comes into sight. */
  readonly more: { readonly hasMore: boolean, readonly isLoading: boolean, readonly load: () => void }
}

/** A list behind a cursor (`{ items, next }`), read page by page as the table is scrolled. */
export function useRows<P extends ListPath>(path: P, query?: ListQuery<P>, limit?: number): Rows<RowOf<P>>
export function useRows<Row>(path: string, query?: Query, limit?: number): Rows<Row>
export function useRows<Row>(path: string, query: Query = {}, limit = 100): Rows<Row> {
  const list = useInfiniteQuery({
    queryKey: ['rows', path, query, limit],
    queryFn: ({ pageParam, signal }) => ask<CursorPage<Row>>(path, { ...query, limit, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData
  })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  return {
    rows, isPending: list.isPending, error: list.error, retry: () => { void list.refetch() },
    more: { hasMore: list.hasNextPage, isLoading: list.isFetchingNextPage, load: () => { if (!list.isFetchingNextPage) void list.fetchNextPage() } }
  }
}
