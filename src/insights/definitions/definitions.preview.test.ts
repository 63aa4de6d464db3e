/** Trying a definition before it is published: the same question, other parameters, nothing kept. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { openShop } from '#test/seededOrders.ts'

let at: TestHouse
beforeAll(async () => {
  at = await buildTestHouse(new Date('2026-05-20T09:00:00Z'))
  await openShop(at.house.pool, seededRandom(5), 120).trade(600)
})
afterAll(() => at.close())

const tried = async (id: string, parameters: object, scope: object = {}) => { const answer = await at.ask('POST', `/api/${id}/preview`, { scope, parameters }); return { status: answer.statusCode, body: answer.json() } }

it('answers what the published version would answer, and changes nothing', async () => {
  const parameters = { fixed: { one: { atRiskAfterDays: 20, lapsedAfterDays: 40 }, repeat: { atRiskAfterDays: 20, lapsedAfterDays: 40 } } }
  const before = (await at.ask('GET', '/api/lifecycle')).json()
  const { status, body } = await tried('lifecycle', parameters)
  expect(status).toBe(200)
  expect(body.states).not.toEqual(before.states)
  expect((await at.ask('GET', '/api/lifecycle')).json()).toEqual(before)
  await at.ask('POST', '/api/definitions/lifecycle/versions', { parameters })
  const after = (await at.ask('GET', '/api/lifecycle')).json()
  expect([body.states, body.curves, body.moneyAtRisk]).toEqual([after.states, after.curves, after.moneyAtRisk])
})

it('keeps the scope of the question', async () => {
  const { body } = await tried('rfm', { cutOffs: { recency: [10, 20, 30, 40], frequency: null, monetary: null } }, { asOf: '2026-05-01' })
  expect(body).toMatchObject({ stamp: { asOf: '2026-05-01' }, measures: { recency: { own: true, edges: [10, 20, 30, 40] } } })
})

it('refuses what could not be published', async () => {
  expect(await tried('lifecycle', { atRiskShare: 0.97 })).toMatchObject({ status: 422, body: { code: 'definitions.shares_must_rise' } })
  expect(await tried('rfm', { cutOffs: { recency: [40, 20, 30, 40], frequency: null, monetary: null } })).toMatchObject({ status: 422, body: { code: 'definitions.cut_offs_must_rise' } })
  expect(await tried('rfm', { colour: 'red' })).toMatchObject({ status: 422, body: { code: 'definitions.wrong_parameters' } })
  expect(await tried('lifecycle', {}, { colour: 'red' })).toMatchObject({ status: 400 })
})
