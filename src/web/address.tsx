import { Link, useNavigate, useRouteContext, useRouterState } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import { isDay } from './day.ts'
import type { PageDef } from './page.ts'

type Pairs = Readonly<Record<string, string | undefined>>

/** What the address carries after `?`. A page keeps its filters here, so that a view can be sent to a colleague. */
export function useAddress(): { readonly values: Pairs, readonly change: (values: Pairs, options?: { readonly replace?: boolean }) => void } {
  const search = useRouterState({ select: (state): Readonly<Record<string, unknown>> => state.location.search, structuralSharing: false })
  const navigate = useNavigate()
  const values = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, value === undefined ? undefined : String(value)]))
  return {
    values,
    change: (next, options = {}) => {
      const merged = Object.fromEntries(Object.entries({ ...values, ...next }).filter(([, value]) => value !== undefined && value !== ''))
      void navigate({ to: '.', search: merged, replace: options.replace ?? true })
    }
  }
}

/** The day that every figure is as of: from the address, or undefined for the newest data. */
export function useAsOf(): string | undefined {
  const { asOf } = useAddress().values
  return isDay(asOf) ? asOf : undefined
}

interface GoProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** A path of this console, `/customers/0198…` */
  readonly to: string
  readonly search?: Pairs
  /** When the link counts as the place where one is: by default where path and search are the same. */
  readonly activeOptions?: { readonly exact: boolean, readonly includeSearch: boolean }
  readonly children: ReactNode
}

const exact = { exact: true, includeSearch: true }

/** A link inside the console. It keeps the as-of day: whoever looks at last June keeps looking at last June. */
export function Go({ to, search = {}, children, ...rest }: GoProps) {
  const asOf = useAsOf()
  const kept = Object.fromEntries(Object.entries({ ...(asOf === undefined ? {} : { asOf }), ...search }).filter(([, value]) => value !== undefined))
  return <Link to={to} search={kept} preload="intent" activeOptions={exact} {...rest}>{children}</Link>
}

/** The same by code. */
export function useGo(): (to: string, search?: Pairs) => void {
  const navigate = useNavigate()
  const asOf = useAsOf()
  return (to, search = {}) => { void navigate({ to, search: { ...(asOf === undefined ? {} : { asOf }), ...search } }) }
}

/** Whether this person can open a page: a link to a page that is not there, or not theirs, is not drawn. */
export function useHasPage(): (path: string) => boolean {
  const { pages }: { readonly pages: readonly PageDef[] } = useRouteContext({ from: '__root__' })
  return (path) => pages.some((page) => page.path === path)
}
