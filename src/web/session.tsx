import { queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { whoAmI, type Session } from './gate.ts'

export const sessionQuery = queryOptions({ queryKey: ['access', 'me'], queryFn: ({ signal }) => whoAmI(signal), staleTime: 60_000, retry: false })

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('useSession outside of the console')
  return session
}

export const useSessionQuery = () => useQuery(sessionQuery)
