import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { write } from '#web/client.ts'
import type { Programme } from './earning.schema.ts'

/** The problems of a programme and what it gives for an order, asked again a moment after the last change. */
export function useChecked(programme: Programme, order: { readonly source: string, readonly number: string } | undefined) {
  const [settled, setSettled] = useState(programme)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(programme), 300)
    return () => clearTimeout(timer)
  }, [programme])
  return useQuery({ queryKey: ['earning', 'check', settled, order], queryFn: () => write('post', '/api/earning/check', { body: { programme: settled, ...(order === undefined ? {} : { order }) } }), placeholderData: keepPreviousData, retry: false })
}
export type CheckedQuery = ReturnType<typeof useChecked>
