/** Predictions through HTTP on a real record: a small synthetic chain, from the gate to the list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSample, sampleTruth } from '#activity/sample/sample.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { dueNow } from './prediction.jobs.ts'
import type { Prediction, ScoredList } from './prediction.schema.ts'

let test: TestHouse
beforeAll(async () => { test = await buildTestHouse(new Date('2026-11-21T04:00:00Z')) }, 60_000)
afterAll(() => test.close())

const read = async (): Promise<Prediction> => (await test.ask('GET', '/api/prediction')).json()
const list = async (query = ''): Promise<ScoredList> => (await test.ask('GET', `/api/prediction/customers${query}`)).json()

describe('predictions of a house', () => {
  it('says what is missing before there is enough data, and refuses to fit', async () => {
    const empty = await read()
    expect(empty).toMatchObject({ state: 'gate', model: null, totals: null, gate: { customers: 0, leastCustomers: 500, leastDays: 180, passed: false } })
    expect(empty.sentence.en).toContain('0 customers have bought, at least 500 are needed')
    expect(empty.sentence.zh).toContain('至少要 500 位')
    const { jobId } = (await test.ask('POST', '/api/prediction/runs', { fit: true })).json<{ jobId: string }>()
    const run = await test.house.queue.ended(jobId)
    expect([run.state, run.problem?.code]).toEqual(['failed', 'prediction.too_little'])
    expect((await list()).items).toEqual([])
  })

  it('fits, ships what beats recency, scores everybody and names version, definition, day and n', async () => {
    await loadSample(test.house, { endDay: '2026-11-20', size: { ...sampleTruth, members: 1_500, prospects: 20, walkIns: 50 } })
    expect((await read()).state).toBe('waiting')
    const { jobId } = (await test.ask('POST', '/api/prediction/runs', { fit: true })).json<{ jobId: string }>()
    const run = await test.house.queue.ended(jobId)
    expect([run.state, run.problem]).toEqual(['done', null])
    const answer = await read()
    expect(answer.state).toBe('ready')
    expect(answer.model).toMatchObject({ version: 1, definitionVersion: 1, asOf: answer.stamp.asOf, horizonDays: 90, converged: true })
    expect(answer.scored).toMatchObject({ n: answer.stamp.n, current: true, asOf: answer.stamp.asOf })
    expect(answer.stamp.definition).toMatchObject({ id: 'prediction', version: 1 })
    const ids = answer.backtest?.candidates.map(({ id }) => id)
    expect(ids).toEqual(['recency', 'bg', 'mbg', 'pareto', 'logistic', 'trees'])
    const shipped = answer.backtest?.candidates.filter((one) => one.shipped) ?? []
    expect(shipped.map(({ id }) => id)).toEqual([answer.model?.candidate])
    if (shipped[0]?.id !== 'recency') expect(shipped[0]?.gain?.low).toBeGreaterThan(0)
    expect(answer.backtest?.money.length).toBeGreaterThan(0)
  }, 180_000)

  it('lists everybody once, best first, with the sums of the answer and reasons in both languages', async () => {
    const { totals } = await read()
    const seen = new Set<string>()
    let [chances, doubt, before] = [0, 0n, 2]
    for (let after: string | null = ''; after !== null;) {
      const page: ScoredList = await list(`?limit=200${after === '' ? '' : `&after=${after}`}`)
      for (const one of page.items) {
        seen.add(one.customerId)
        chances += one.chance
        doubt += BigInt(one.doubtMinor)
        expect(one.chance).toBeLessThanOrEqual(before + 1e-9)
        expect(one.churn).toBeCloseTo(1 - one.chance, 12)
        expect(BigInt(one.spendLowMinor)).toBeLessThanOrEqual(BigInt(one.spendHighMinor))
        before = one.chance
      }
      after = page.next
    }
    expect(seen.size).toBe(totals?.customers)
    expect(chances).toBeCloseTo(totals?.buyers ?? 0, 4)
    expect(Math.abs(Number(doubt - BigInt(totals?.doubtMinor ?? '0')))).toBeLessThan(seen.size)
    const [first] = (await list('?sort=doubt&limit=1')).items
    expect(first?.reasons.length).toBeGreaterThan(0)
    expect(first?.reasons.every(({ sentence }) => sentence.zh !== '' && sentence.en !== '' && !/[{}]/.test(sentence.zh + sentence.en))).toBe(true)
    const one = await list(`?customer=${first?.customerId}`)
    expect(one.items).toEqual([first])
    const once = await list('?bought=once&sort=value&limit=50')
    expect(once.items.every(({ purchaseDays }) => purchaseDays === 1)).toBe(true)
  }, 240_000)

  it('gives the same model for the same data, and only scores again when asked to', async () => {
    const first = await read()
    const again = (await test.ask('POST', '/api/prediction/runs', {})).json<{ jobId: string }>()
    expect((await test.house.queue.ended(again.jobId)).state).toBe('done')
    const second = await read()
    expect(second.model).toEqual(first.model)
    // Sums are taken in the order in which rows come.
    expect(second.totals?.buyers).toBeCloseTo(first.totals?.buyers ?? 0, 6)
    expect(second.scored?.n).toBe(first.scored?.n)
  }, 240_000)

  it('scores again where the warehouse was made anew and has lost the scores', async () => {
    const { scored, totals, model } = await read()
    expect(await dueNow(test.house)).toBeUndefined()
    await test.house.engine.run('drop table prediction.score')
    expect((await read()).state).toBe('waiting')
    expect(await dueNow(test.house)).toBe('prediction.score')
    const jobId = await test.house.queue.send(test.house.db, 'prediction.score', {}, { key: 'prediction' })
    expect((await test.house.queue.ended(jobId)).state).toBe('done')
    const again = await read()
    expect([again.state, again.scored?.n, again.model]).toEqual(['ready', scored?.n, model])
    expect(again.totals?.buyers).toBeCloseTo(totals?.buyers ?? 0, 6)
    expect(await dueNow(test.house)).toBeUndefined()
  }, 240_000)

  it('is exported as a file, and refused to who may not', async () => {
    const file = await test.ask('GET', '/api/prediction/customers/file?format=csv')
    expect(file.statusCode).toBe(200)
    expect(file.body.split('\n').length).toBeGreaterThan(1_000)
    expect((await test.askAs(['rfm.read'], 'GET', '/api/prediction')).statusCode).toBe(403)
    expect((await test.askAs(['prediction.read'], 'POST', '/api/prediction/runs', {})).statusCode).toBe(403)
  }, 240_000)
})
