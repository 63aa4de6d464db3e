import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { mayOpen, type ActionDef, type PageDef } from './page.ts'
import { NotFound, PageBroken, PageWait, Shell, type ShellContext } from './shell.tsx'
import { SessionContext, type Session } from './session.tsx'

export interface ConsoleProps { readonly pages: readonly PageDef[], readonly actions: readonly ActionDef[], readonly session: Session }

/** The signed-in console: one route a page, the page's code loaded with it. */
export function Console({ pages, actions, session }: ConsoleProps) {
  const router = useMemo(() => routerOf({
    pages: pages.filter((page) => mayOpen(session.rights, page.right)),
    actions: actions.filter((action) => mayOpen(session.rights, action.right)),
    maySearch: mayOpen(session.rights, 'record.read')
  }), [pages, actions, session.rights])
  return <SessionContext value={session}><RouterProvider router={router} /></SessionContext>
}

function routerOf(context: ShellContext) {
  const root = createRootRouteWithContext<ShellContext>()({ component: Shell, notFoundComponent: NotFound })
  const routes = context.pages.map((page) => createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await page.load() }), 'default')
  }))
  return createRouter({
    routeTree: root.addChildren(routes), context, defaultPendingComponent: PageWait, defaultErrorComponent: PageBroken, defaultNotFoundComponent: NotFound,
    // Plain `?asOf=2011-12-10` instead of JSON in quotes: addresses are read and sent by people.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const pairs = Object.entries(search).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)]])
      return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
    },
    defaultPendingMs: 150, defaultPendingMinMs: 0, scrollRestoration: true
  })
}
