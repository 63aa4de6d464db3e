import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Job, Run } from '#foundation/queue.ts'
import { Refusal } from '#foundation/refusal.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

const title = { zh: '数豆子', en: 'Count beans' }
const counted = { zh: '数了 {n} 颗', en: 'counted {n}' }
const behaviour: { now: (run: Run) => Promise<void> } = { now: async () => undefined }
const count: Job = { name: 'beans.count', title, retries: 0, run: (_house, _data, run) => behaviour.now(run) }
const untilStopped = ({ signal }: Run): Promise<void> => new Promise((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason)) })

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse(new Date(), [{ room: 'settings', name: 'beans', jobs: [count] }]) })
afterAll(() => at.close())

const begin = () => at.house.queue.send(at.house.db, 'beans.count', {})
const messages = (body: string): { state: string, done: number, sentence: { en: string } | null }[] =>
  [...body.matchAll(/^event: progress\ndata: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? '{}'))

describe('jobs', () => {
  it('lists what ran, the newest first, filtered by state, in pages', async () => {
    behaviour.now = async () => undefined
    const ids: string[] = []
    for (let i = 0; i < 3; i++) { at.time.now = new Date(at.time.now.getTime() + 5); const id = await begin(); await at.house.queue.ended(id); ids.push(id) }
    const first = (await at.ask('GET', '/api/jobs?limit=2')).json()
    const second = (await at.ask('GET', `/api/jobs?limit=2&after=${first.next}`)).json()
    expect([...first.items, ...second.items].map((run: { id: string }) => run.id)).toEqual(ids.toReversed())
    expect(first.items[0]).toMatchObject({ name: 'beans.count', title, state: 'done', problem: null, attempt: 1 })
    expect((await at.ask('GET', '/api/jobs?state=failed')).json().items).toEqual([])
    expect((await at.ask('GET', '/api/jobs/counts')).json()).toEqual({ queued: 0, running: 0, done: 3, failed: 0, cancelled: 0 })
  })

  it('says why one failed, and tries it again', async () => {
    behaviour.now = async () => { throw new Refusal('beans.none', 422, { zh: '没有 {what}', en: 'There are no {what}' }, { what: 'beans' }) }
    const id = await begin()
    await at.house.queue.ended(id)
    expect((await at.ask('GET', '/api/jobs?state=failed')).json().items).toMatchObject([{ id, problem: { code: 'beans.none', sentence: { en: 'There are no beans' }, error: null } }])
    behaviour.now = async () => undefined
    expect((await at.ask('POST', `/api/jobs/${id}/retry`)).json()).toMatchObject({ id, state: 'queued', problem: null })
    expect((await at.house.queue.ended(id)).state).toBe('done')
    expect((await at.ask('POST', `/api/jobs/${id}/retry`)).json().code).toBe('jobs.not_retriable')
  })

  it('streams progress until the end', async () => {
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => { release = resolve })
    behaviour.now = async ({ report }) => { report(5, 10, counted, { n: 5 }); await released; report(10, 10, counted, { n: 10 }) }
    const id = await begin()
    const answer = await fetch(`${await at.app.listen({ port: 0, host: '127.0.0.1' })}/api/jobs/${id}/progress`)
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no', 'cache-control': 'no-cache, no-transform' })
    let body = ''
    for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      body += piece
      if (messages(body).some((run) => run.state === 'running' && run.done === 5 && run.sentence?.en === 'counted 5')) release()
    }
    // It is not done before the half was told.
    expect(messages(body).at(-1)).toMatchObject({ state: 'done', done: 10, sentence: { en: 'counted 10' } })
  })

  it('cancels, once', async () => {
    behaviour.now = untilStopped
    const id = await begin()
    const stream = at.ask('GET', `/api/jobs/${id}/progress`)
    expect((await at.ask('POST', `/api/jobs/${id}/cancel`)).statusCode).toBe(200)
    expect(messages((await stream).body).at(-1)).toMatchObject({ state: 'cancelled' })
    expect((await at.ask('POST', `/api/jobs/${id}/cancel`)).json().code).toBe('jobs.ended')
  })

  it('knows no other job', async () => {
    const answer = await at.ask('GET', '/api/jobs/00000000-0000-4000-8000-000000000000/progress')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'jobs.unknown'])
  })
})
