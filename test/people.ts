/** A test house with its real door: browsers that keep cookies, and programs with keys. */
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { buildApp } from '#foundation/app.ts'
import type { HouseApp } from '#foundation/http.ts'
import { authenticator, firstLink } from '#settings/access/access.ts'
import { capabilities } from '../src/server.ts'
import { buildTestHouse, type TestHouse } from './house.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Ask = (method: Method, url: string, payload?: object, headers?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>

export interface Browser { readonly ask: Ask, readonly cookies: Map<string, string> }

export interface Street {
  readonly inside: TestHouse
  readonly app: HouseApp
  readonly browser: () => Browser
  readonly program: (key: string) => Ask
  /** A browser in which the owner has signed in by the first link. */
  readonly owner: () => Promise<Browser>
  readonly close: () => Promise<void>
}

export const ownerEmail = 'ada@example.com'
export const ownerPassword = 'tea with the neighbours'

export async function buildStreet(): Promise<Street> {
  const inside = await buildTestHouse()
  const app = await buildApp(inside.house, { capabilities, version: 'test', authenticate: authenticator(inside.house) })
  let key = 0
  const asking = (extra: () => Record<string, string>, heard: (answer: LightMyRequestResponse) => void = () => undefined): Ask => async (method, url, payload, headers = {}) => {
    const options: InjectOptions = {
      method, url, ...(payload === undefined ? {} : { payload }),
      headers: { host: 'localhost:4400', ...(method === 'GET' ? {} : { 'idempotency-key': `street-key-${++key}` }), ...extra(), ...headers }
    }
    const answer = await app.inject(options)
    heard(answer)
    return answer
  }
  const browser = (): Browser => {
    const cookies = new Map<string, string>()
    const ask = asking(
      () => ({ origin: 'http://localhost:4400', ...(cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }) }),
      (answer) => {
        for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
          else cookies.set(name, value)
        }
      }
    )
    return { ask, cookies }
  }
  return {
    inside, app, browser,
    program: (secret) => asking(() => ({ authorization: `Bearer ${secret}` })),
    owner: async () => {
      const one = browser()
      const link = await firstLink(inside.house)
      const token = link?.split('#')[1]
      await (token === undefined ? one.ask('POST', '/api/access/sign-in', { email: ownerEmail, password: ownerPassword })
        : one.ask('POST', '/api/access/first', { token, name: 'Ada', email: ownerEmail, password: ownerPassword }))
      return one
    },
    close: async () => { await app.close(); await inside.close() }
  }
}
