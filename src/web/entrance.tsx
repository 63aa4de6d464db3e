import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense, useState } from 'react'
import { Problem } from './api.ts'
import { WordsProvider } from './locale.tsx'
import type { ActionDef, PageDef } from './page.ts'
import { sessionQuery, useSessionQuery } from './session.tsx'
import { ThemeProvider } from './theme.tsx'

const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }))
const Arrival = lazy(async () => ({ default: (await import('./arrival.tsx')).Arrival }))
const Unreachable = lazy(async () => ({ default: (await import('./unreachable.tsx')).Unreachable }))
const Console = lazy(async () => ({ default: (await import('./console.tsx')).Console }))

interface EntranceProps { readonly pages: readonly PageDef[], readonly actions: readonly ActionDef[] }

/** The console's outermost element. Whoever is not signed in loads the sign-in page and nothing more. */
export function Entrance({ pages, actions }: EntranceProps) {
  const [client] = useState(newClient)
  return (
    <StrictMode>
      <WordsProvider>
        <ThemeProvider>
          <QueryClientProvider client={client}>
            <Suspense fallback={<div className="ck-blank" />}><Gate pages={pages} actions={actions} /></Suspense>
          </QueryClientProvider>
        </ThemeProvider>
      </WordsProvider>
    </StrictMode>
  )
}

function Gate({ pages, actions }: EntranceProps) {
  const { data, error, isPending, refetch } = useSessionQuery()
  // The addresses of one-time links: `/first#token`, `/join#token`. Whoever is signed in already is simply in.
  const hasLink = /^\/(first|join)$/.test(location.pathname) && location.hash.length > 1
  if (hasLink && isRefused(error)) return <Arrival />
  if (data !== undefined && !isRefused(error)) return <Console pages={pages} actions={actions} session={data} />
  if (isPending) return <div className="ck-blank" />
  return isRefused(error) ? <SignIn /> : <Unreachable error={error} onRetry={refetch} />
}

const isRefused = (error: unknown): boolean => error instanceof Problem && error.status === 401

function newClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // A session that ended shows the sign-in page wherever the person is; the address stays, so signing in leads back.
      onError: (error, query) => { if (isRefused(error) && query.queryKey[1] !== sessionQuery.queryKey[1]) void client.invalidateQueries({ queryKey: sessionQuery.queryKey }) }
    }),
    defaultOptions: { queries: { staleTime: 15_000, refetchOnWindowFocus: false, retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status > 0 && error.status < 500) } }
  })
  return client
}
