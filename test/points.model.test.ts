/**
 * Random commands from many callers to two processes of the application on one database: duplicate deliveries, time that moves on, policies that change, dry
 * runs, and kill −9 at random moments. After each answer what it may say, at intervals and at the end what must hold of the whole ledger.
 * POINTS_SEED tries other commands than those of every run, POINTS_COMMANDS makes it longer: a million for a night.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom, type Random } from '#foundation/random.ts'
import { learn, requestOf, unknown, type Known, type Request, type World } from './points.commands.ts'
import { requireInvariants, requireReplay } from './points.invariants.ts'
import { ask, kill, startLife, type Answer, type Life } from './points.life.ts'
import type { PolicyInForce } from '../src/loyalty/points/points.schema.ts'
import { createTestDatabase, type TestDatabase } from './postgres.ts'

const seed = Number(process.env['POINTS_SEED'] ?? 279_812_869)
const wanted = Number(process.env['POINTS_COMMANDS'] ?? 20_000)
const epoch = Math.min(wanted, 20_000)
const callers = 48
/** Commands between two that are killed: a start costs as much as some thousands of them. */
const lifeTime = wanted > 100_000 ? 10_000 : 5_000
const root = mkdtempSync(join(tmpdir(), 'changke-points-'))
process.stdout.write(`points: POINTS_SEED=${seed} POINTS_COMMANDS=${wanted}\n`)

let database: TestDatabase
let client: pg.Client
let now = new Date('2026-01-31T04:00:00Z')
const lives: Life[] = []

const start = (place: number): Promise<Life> => startLife(join(root, `${place}`), database.url, now)

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  lives.push(await start(0), await start(1))
}, 120_000)
afterAll(async () => {
  for (const life of lives) if (life.child.exitCode === null) await kill(life)
  await client.end()
  await database.drop()
  rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

/** Undefined: nobody knows whether it happened. */
async function send(place: number, method: string, path: string, body?: object, key?: string): Promise<Answer | undefined> {
  const life = lives[place]
  const answer = life === undefined ? undefined : await ask(life, method, path, body, key).catch(() => undefined)
  return answer?.status === 503 ? undefined : answer
}
/** Asked until somebody knows. */
async function settled(random: Random, { key, body }: Request): Promise<Answer> {
  for (;;) {
    const answer = await send(random.int(2), 'POST', '/api/points/commands', body, key)
    if (answer !== undefined) return answer
    await sleep(50)
  }
}

const sameAnswer = (a: Answer, b: Answer): void => { if (a.status !== b.status || a.text !== b.text) expect({ status: a.status, ...JSON.parse(a.text) }).toEqual({ status: b.status, ...JSON.parse(b.text) }) }

/** One world of new members; answers what happened. */
async function liveThrough(of: number, count: number): Promise<string> {
  const random = seededRandom(seed + of)
  let serial = 0
  const next = (): number => of * 10_000_000 + ++serial
  const members: string[] = []
  while (members.length < 24) {
    const answer = await send(0, 'POST', '/api/record', { name: `M${members.length}` }, `model-member-${next()}`)
    if (answer?.status === 200 || answer?.status === 201) members.push(JSON.parse(answer.text).customerId)
  }
  const known = new Map(members.map((member): [string, Known] => [member, unknown()]))
  const world: World = { random, members, known, now: () => now, next }
  const seen = { commands: 0, accepted: 0, refused: 0, repeated: 0, kills: 0, policies: 0, checks: 0 }
  const accepted: Request[] = []
  const notBooked: Request[] = []
  const settle = (request: Request, { status, text }: Answer): void => {
    if (status === 200) {
      learn(world, request, JSON.parse(text).items)
      seen.accepted += 1
      ;(request.body.dryRun === true ? notBooked : accepted).push(request)
    } else {
      if (status !== 404 && status !== 409 && status !== 422) throw new Error(`an answer that may not be: ${status} ${text}`)
      seen.refused += 1
      notBooked.push(request)
    }
  }
  const call = async (): Promise<void> => {
    while (seen.commands < count) {
      const request = requestOf(world)
      seen.commands += request.body.orders.length
      // Delivered twice at once, to both processes: one effect and one answer.
      const isDouble = random.int(12) === 0
      const [answer, again] = await Promise.all([settled(random, request), ...(isDouble ? [settled(random, request)] : [])])
      settle(request, answer)
      if (again !== undefined) { seen.repeated += 1; sameAnswer(again, answer) }
      if (random.int(30) === 0) {
        seen.repeated += 1
        sameAnswer(await settled(random, request), answer)
      }
    }
  }
  let isOver = false
  const disturb = async (): Promise<void> => {
    while (!isOver) {
      // By what was asked, not by the clock: a slow machine disturbs as often as a quick one.
      const due = seen.commands + 100 + random.int(600)
      while (!isOver && seen.commands < due) await sleep(20)
      const dice = random.int(10)
      if (dice < 5) {
        now = new Date(now.getTime() + random.int(6) * 86_400_000 + random.int(86_400) * 1_000)
        await Promise.all([0, 1].map((place) => send(place, 'PUT', '/api/hourglass', { now: now.toISOString() })))
      } else if (dice < 7) {
        const read = await send(random.int(2), 'GET', '/api/points/policy')
        if (read === undefined) continue
        const policy: PolicyInForce = JSON.parse(read.text)
        const points = { ...policy.parameters['points'], pendingDays: random.int(4), ttl: random.int(4) === 0 ? null : { months: 1 + random.int(3), until: random.pick(['day', 'month']) }, onRefund: random.pick(['pending_only', 'within_balance', 'into_debt']), graceDays: random.int(10) }
        const saved = await send(random.int(2), 'PUT', '/api/points/policy', { version: policy.newest, parameters: { ...policy.parameters, points } }, `model-policy-${next()}`)
        if (saved?.status === 200) seen.policies += 1
      } else if (dice < 9) {
        seen.checks += 1
        await requireInvariants(client, members)
      } else if (seen.kills < Math.ceil(count / lifeTime)) {
        const place = random.int(2)
        const life = lives[place]
        if (life === undefined) continue
        await kill(life)
        seen.kills += 1
        lives[place] = await start(place)
      }
    }
  }
  const disturbing = disturb()
  await Promise.race([Promise.all(Array.from({ length: callers }, call)), disturbing])
  isOver = true
  await disturbing
  await requireInvariants(client, members)
  await requireOnce(members, accepted, notBooked)
  const replayed = await requireReplay(client, members)
  return `${JSON.stringify(seen)}, ${replayed} entries replayed`
}

/** What was accepted stands in the journal once; what was refused or only asked for does not. Numbers and notes are of one command each. */
async function requireOnce(members: readonly string[], accepted: readonly Request[], notBooked: readonly Request[]): Promise<void> {
  const { rows } = await client.query<{ number: string, kind: string, amount: string }>("select number, kind, sum(amount)::text as amount from points.entry where kind in ('earn', 'redeem', 'hold') and source = 'model' and customer_id = any($1::uuid[]) group by 1, 2", [members])
  const booked = new Map(rows.map(({ number, kind, amount }) => [`${kind} ${number}`, amount]))
  const counted = new Set(['earn', 'redeem', 'hold'])
  const named = (requests: readonly Request[]) => requests.flatMap(({ body }) => body.orders).filter(({ command }) => counted.has(command.do))
  for (const [requests, isBooked] of [[accepted, true], [notBooked, false]] as const) {
    for (const { command } of named(requests)) {
      const name = `${command.do} ${command.number}`
      if (booked.get(name) !== (isBooked ? command.amount : undefined)) throw new Error(`${name} of ${command.amount} is booked as ${booked.get(name)}`)
    }
  }
}

describe('any commands, in any order, from many callers, with processes that die', () => {
  it(`hold every invariant: ${wanted} commands`, async () => {
    for (let of = 0; of * epoch < wanted; of += 1) process.stdout.write(`points: ${await liveThrough(of, epoch)}\n`)
    // Each world looked at its own; time went on over all of them.
    await requireInvariants(client)
    process.stdout.write(`points: ${await requireReplay(client)} entries of the whole journal replayed\n`)
  }, Math.max(600_000, wanted * 50))
})
