import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect, RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { isListed, mayOpen, type ActionDef, type PageDef } from './page.ts'
import { NotFound, PageBroken, PageWait, Shell, type ShellContext } from './shell.tsx'
import type { Session } from './gate.ts'
import { OwnLocale } from './language.tsx'
import { SessionContext } from './session.tsx'

export interface ConsoleProps { readonly pages: readonly PageDef[], readonly actions: readonly ActionDef[], readonly session: Session }

/** The signed-in console: one route a page, the page's code loaded with it. */
export function Console({ pages, actions, session }: ConsoleProps) {
  const router = useMemo(() => routerOf({
    pages: pages.filter((page) => mayOpen(session.rights, page.right)),
    actions: actions.filter((action) => mayOpen(session.rights, action.right)),
    maySearch: mayOpen(session.rights, 'record.read')
  }), [pages, actions, session.rights])
  return <SessionContext value={session}><OwnLocale /><RouterProvider router={router} /></SessionContext>
}

function routerOf(context: ShellContext) {
  const root = createRootRouteWithContext<ShellContext>()({ component: Shell, notFoundComponent: NotFound })
  // Whoever may not see the overview begins where they may.
  const first = context.pages.find(isListed)
  const begin = first === undefined || context.pages.some((page) => page.path === '/') ? [] : [createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: first.path }) } })]
  // A one-time link opened by somebody who is signed in already leads home instead of nowhere.
  const doors = ['/first', '/join'].map((path) => createRoute({ getParentRoute: () => root, path, beforeLoad: () => { throw redirect({ to: '/' }) } }))
  const routes = context.pages.map((page) => createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await page.load() }), 'default')
  }))
  return createRouter({
    routeTree: root.addChildren([...routes, ...begin, ...doors]), context, defaultPendingComponent: PageWait, defaultErrorComponent: PageBroken, defaultNotFoundComponent: NotFound,
    // Plain `?asOf=2011-12-10` instead of JSON in quotes: addresses are read and sent by people.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const pairs = Object.entries(search).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)]])
      return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
    },
    defaultPendingMs: 150, defaultPendingMinMs: 0, scrollRestoration: true
  })
}
