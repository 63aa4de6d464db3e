/** Default deny, over every route that the OpenAPI description names: it is read from the server, so a new route is covered the day it is written. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStreet, type Street } from '#test/people.ts'

interface Described { readonly 'x-right'?: string, readonly security?: readonly unknown[] }
interface Route { readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', readonly url: string, readonly right: string | undefined }

let street: Street
let routes: readonly Route[]
let clerk: ReturnType<Street['program']>
let clerkRights: readonly string[]

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

beforeAll(async () => {
  street = await buildStreet()
  const owner = await street.owner()
  clerk = street.program((await owner.ask('POST', '/api/access/keys', { name: 'A clerk', role: 'clerk' })).json().secret)
  clerkRights = (await clerk('GET', '/api/access/me')).json().rights
  const { paths }: { paths: Record<string, Partial<Record<string, Described>>> } = (await street.browser().ask('GET', '/api/openapi.json')).json()
  routes = Object.entries(paths).flatMap(([path, one]) => methods.flatMap((method) => {
    const described = one[method]
    const name = method.toUpperCase()
    if (described === undefined || !isMethod(name)) return []
    return [{ method: name, url: path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'), right: described['x-right'] }]
  }))
})
afterAll(() => street.close())

const isMethod = (name: string): name is Route['method'] => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(name)
const wanting = (status: number, answers: readonly { route: Route, status: number }[]) => answers.filter((one) => one.status !== status).map(({ route, status: got }) => `${route.method} ${route.url} → ${got}`)

describe('default deny', () => {
  it('names a right, or public, on every route', () => {
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.filter((route) => route.right === undefined)).toEqual([])
    expect(routes.filter((route) => route.right === 'public').map((route) => `${route.method} ${route.url}`).sort()).toEqual([
      'GET /api/health', 'POST /api/access/first', 'POST /api/access/join', 'POST /api/access/link', 'POST /api/access/sign-in',
      // Platforms sign what they send: the signature is asked instead of a session.
      'POST /api/adapters/tmall/members', 'POST /api/adapters/tmall/points', 'POST /api/adapters/wechat'
    ])
  })

  it('answers 401 to nobody, before it looks at anything else', async () => {
    const closed = routes.filter((route) => route.right !== 'public')
    const answers = await Promise.all(closed.map(async (route) => ({ route, status: (await street.app.inject({ method: route.method, url: route.url })).statusCode })))
    expect(wanting(401, answers)).toEqual([])
  })

  it('answers 403 to a clerk who lacks the right', async () => {
    const closed = routes.filter(({ right }) => right !== undefined && right !== 'public' && !clerkRights.includes(right))
    expect(closed.length).toBeGreaterThan(10)
    const answers = await Promise.all(closed.map(async (route) => ({ route, status: (await clerk(route.method, route.url)).statusCode })))
    expect(wanting(403, answers)).toEqual([])
  })
})
