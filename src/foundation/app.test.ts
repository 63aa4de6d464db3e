import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Type } from 'typebox'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { capabilities } from '../server.ts'
import { readBusiness } from '#settings/business/business.ts'
import { buildApp } from './app.ts'
import { openDb, openPool } from './db.ts'
import type { House } from './house.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse() })
afterAll(() => at.close())

const house = (): House => ({ ...at.house, config: { ...at.house.config, ratePerMinute: 12 } })

describe('the edge', () => {
  it('counts those who are turned away, too, and says when to wait', async () => {
    const app = await buildApp(house(), { capabilities: [], version: 'test', authenticate: async () => undefined })
    const codes: number[] = []
    for (let i = 0; i < 15; i += 1) codes.push((await app.inject('/api/metrics')).statusCode)
    expect(codes.slice(0, 12).every((code) => code === 401)).toBe(true)
    expect(codes.slice(12)).toEqual([429, 429, 429])
    const answer = await app.inject({ url: '/api/metrics', headers: { 'accept-language': 'en' } })
    expect(answer.json()).toMatchObject({ code: 'request.too_often', status: 429 })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    await app.close()
  })

  it('refuses to start with a route that names no right', async () => {
    const nameless = { room: 'settings', name: 'nameless', routes: async (app) => { app.get('/', async () => 1) } } as const satisfies Parameters<typeof buildApp>[1]['capabilities'][number]
    await expect(buildApp(house(), { capabilities: [nameless], version: 'test', authenticate: async () => undefined })).rejects.toThrow('names no right')
  })

  it('can compile the schema of every route, though it compiles each only when it is first asked', async () => {
    const parts = { version: 'test', authenticate: async () => undefined }
    const app = await buildApp(house(), { ...parts, capabilities, eager: true })
    await app.ready()
    await app.close()
    const broken = { room: 'settings', name: 'broken', routes: async (scope) => {
      scope.get('/', { config: { right: 'public' }, schema: { querystring: Type.Object({ day: Type.String({ pattern: '(' }) }) } }, async () => 1)
    } } as const satisfies Parameters<typeof buildApp>[1]['capabilities'][number]
    await expect(buildApp(house(), { ...parts, capabilities: [broken], eager: true }).then((one) => one.ready())).rejects.toThrow('Unterminated group')
  })

  it('says that the database is away to whoever asks for something meanwhile, and not that something unexpected happened', async () => {
    const pool = openPool(at.databaseUrl.replace(/:\d+\//, ':1/'))
    const asking = { room: 'settings', name: 'asking', routes: async (scope, { db }) => { scope.get('/', { config: { right: 'public' } }, () => readBusiness(db)) } } as const satisfies Parameters<typeof buildApp>[1]['capabilities'][number]
    const app = await buildApp({ ...house(), db: openDb(pool) }, { capabilities: [asking], version: 'test', authenticate: async () => undefined })
    const answer = await app.inject({ url: '/api/asking', headers: { 'accept-language': 'en' } })
    expect(answer.json()).toMatchObject({ code: 'server.away', status: 503, detail: expect.stringContaining('Try again in a moment') })
    await app.close()
    await pool.end()
  })

  it('answers what it does not know as a problem, and measures itself for who may look', async () => {
    expect((await at.ask('GET', '/api/nothing-here')).json()).toMatchObject({ code: 'request.unknown_route', status: 404 })
    expect((await at.askAs([], 'GET', '/api/metrics')).statusCode).toBe(403)
    expect((await at.askAs(['metrics.read'], 'GET', '/api/metrics')).body).toContain('changke_http_seconds')
    expect((await at.ask('GET', '/api/health')).json()).toEqual({ status: 'ready' })
  })
})
