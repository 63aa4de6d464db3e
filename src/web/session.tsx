import { queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { ask } from './api.ts'

export interface Business {
  readonly name: string
  readonly currency: string
  readonly zone: string
  /** True when the orders were made up: every page then says so. */
  readonly synthetic: boolean
}

export interface Session {
  readonly user: { readonly id: string, readonly name: string, readonly email: string }
  readonly role: string
  readonly rights: readonly string[]
  readonly business: Business
}

export const sessionQuery = queryOptions({
  queryKey: ['access', 'me'],
  queryFn: ({ signal }) => ask<Session>('/api/access/me', {}, signal),
  staleTime: 60_000,
  retry: false
})

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('useSession outside of the console')
  return session
}

export const useSessionQuery = () => useQuery(sessionQuery)
