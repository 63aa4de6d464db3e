/**
 * One key, one effect. The key is claimed inside the writing transaction: a second request with the same key waits there, then reads the stored outcome.
 * A refusal is an outcome too (LEDGER.md, case 2).
 */
import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { isPassing, persistently, unsettled } from './again.ts'
import { texts } from './arrays.ts'
import { binaryStore } from './copy.binary.ts'
import { copyInto } from './copy.statement.ts'
import type { Db, Trx } from './db.ts'
import { Refusal } from './refusal.ts'

export interface Claim { readonly key: string, readonly actor: string, readonly target: string, readonly bodyHash: string }

/** The key of a write; a request without one is refused: request.key_missing. */
export const keyOf = ({ headers: { 'idempotency-key': key } }: FastifyRequest): string | Refusal => (typeof key === 'string' && /^[\x21-\x7e]{8,100}$/.test(key) ? key : new Refusal('request.key_missing', 400, {
  zh: '写请求须带 Idempotency-Key 头（8 到 100 个可见字符），重试时用同一个值。',
  en: 'A write needs an Idempotency-Key header (8 to 100 visible characters); use the same one when you retry.'
}))

export const claimOf = (request: FastifyRequest): Claim => {
  const key = keyOf(request)
  if (key instanceof Refusal) throw key
  const bodyHash = hash('sha256', JSON.stringify(request.body ?? null))
  return { key, actor: request.actor.userId, target: `${request.method} ${request.url}`, bodyHash }
}

/**
 * Runs the work once for the claim; from its start where a deadlock or a quicker neighbour ended it. Throws the stored refusal, `request.key_reused` when the key
 * stands for another request, or `request.unsettled` where the database stays away.
 */
export async function once<T>(db: Db, claim: Claim, now: Date, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await persistently(() => claimed(db, claim, now, work))
  } catch (error) {
    if (isPassing(error)) throw unsettled()
    if (!(error instanceof Refused)) throw error
    const bound = await keepRefusal<T>(db, claim, error.refusal, now)
    if ('refusal' in bound) throw bound.refusal
    return bound.answer
  }
}

async function claimed<T>(db: Db, claim: Claim, now: Date, work: (trx: Trx) => Promise<T>): Promise<T> {
  const earlier = await findOutcome(db, claim)
  if (earlier) return earlier.answer as T
  try {
    return await db.transaction().execute(async (trx) => {
      const isFirst = await trx.insertInto('foundation.request')
        .values({ key: claim.key, actor: claim.actor, target: claim.target, body_hash: claim.bodyHash, status: 200, answer: 'null', at: now })
        .onConflict((conflict) => conflict.doNothing()).returning('key').executeTakeFirst()
      if (!isFirst) throw new AlreadyDone()
      const answer = await work(trx)
      await trx.updateTable('foundation.request').set({ answer: jsonOf(answer ?? null) })
        .where('key', '=', claim.key).where('actor', '=', claim.actor).execute()
      return answer
    })
  } catch (error) {
    if (error instanceof AlreadyDone) return (await findOutcome(db, claim))?.answer as T
    throw error instanceof Refusal ? new Refused(error) : error
  }
}

/** What the work itself refused, apart from what was found bound to the key already. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) { super(refusal.code); this.refusal = refusal }
}

class AlreadyDone extends Error {}

async function findOutcome(db: Db, claim: Claim): Promise<{ answer: unknown } | undefined> {
  const row = await db.selectFrom('foundation.request').selectAll().where('key', '=', claim.key).where('actor', '=', claim.actor).executeTakeFirst()
  if (!row) return undefined
  const outcome = outcomeOf(row, claim)
  if ('refusal' in outcome) throw outcome.refusal
  return outcome
}

/** What a request came to. */
export type Outcome<A> = { readonly answer: A } | { readonly refusal: Refusal }

interface Kept { readonly target: string, readonly body_hash: string, readonly status: number, readonly answer: string }

function outcomeOf(row: Kept, claim: Claim): Outcome<unknown> {
  if (row.target !== claim.target || row.body_hash !== claim.bodyHash) {
    return { refusal: new Refusal('request.key_reused', 409, {
      zh: '这个 Idempotency-Key 已经用于另一个请求。', en: 'This Idempotency-Key was used for another request.'
    }, { key: claim.key }) }
  }
  const answer: unknown = JSON.parse(row.answer)
  if (row.status < 400) return { answer }
  const kept = answer as { code: string, sentence: Refusal['sentence'], detail: Refusal['detail'] }
  return { refusal: new Refusal(kept.code, row.status, kept.sentence, kept.detail) }
}

export const keyText = ({ key, actor }: Pick<Claim, 'key' | 'actor'>): string => `${key} ${actor}`

/** The outcomes that many claims have already, by `keyText`. */
export async function findOutcomes<A>(trx: Trx, claims: readonly Claim[]): Promise<ReadonlyMap<string, Outcome<A>>> {
  const { rows } = await sql<Kept & { key: string, actor: string }>`select r.key, r.actor, r.target, r.body_hash, r.status, r.answer from foundation.request r
    join unnest(${texts(claims.map(({ key }) => key))}::text[], ${texts(claims.map(({ actor }) => actor))}::text[]) as c (key, actor) on r.key = c.key and r.actor = c.actor`.execute(trx)
  const byKey = new Map(claims.map((claim) => [keyText(claim), claim]))
  return new Map(rows.flatMap((row) => {
    const claim = byKey.get(keyText(row))
    return claim === undefined ? [] : [[keyText(row), outcomeOf(row, claim) as Outcome<A>] as const]
  }))
}

/**
 * Binds outcomes to their keys, in the order of the keys so that two transactions never wait for each other in a ring. Fails with a unique violation where
 * another transaction has bound one of them meanwhile: then this one cannot commit.
 */
export async function keepOutcomes<A>(trx: Trx, kept: readonly { readonly claim: Claim, readonly outcome: Outcome<A> }[], now: Date): Promise<void> {
  if (kept.length === 0) return
  const out = binaryStore(kept.length * 600)
  const named = kept.map(({ claim, outcome }) => ({ name: keyText(claim), claim, outcome }))
  for (const { claim, outcome } of named.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    out.row(7)
    out.text(claim.key); out.term(claim.actor); out.text(claim.target); out.text(claim.bodyHash); out.int4('refusal' in outcome ? outcome.refusal.status : 200); out.text(textOf(outcome)); out.timestamp(now.getTime())
  }
  await copyInto(trx, 'foundation.request (key, actor, target, body_hash, status, answer, at)', out)
}

const textOf = (outcome: Outcome<unknown>): string => ('refusal' in outcome
  ? jsonOf({ code: outcome.refusal.code, sentence: outcome.refusal.sentence, detail: outcome.refusal.detail })
  : jsonOf(outcome.answer ?? null))

/**
 * Binds a refusal whose transaction was rolled back, and its claim on the key with it. A duplicate that waited for that claim may have been carried out
 * meanwhile: then the key stands for what that one came to, and that is answered to both.
 */
export async function keepRefusal<A>(db: Db | Trx, claim: Claim, refusal: Refusal, now: Date): Promise<Outcome<A>> {
  const kept = await db.insertInto('foundation.request').values({
    key: claim.key, actor: claim.actor, target: claim.target, body_hash: claim.bodyHash, status: refusal.status, answer: textOf({ refusal }), at: now
  }).onConflict((conflict) => conflict.doNothing()).returning('key').executeTakeFirst()
  if (kept !== undefined) return { refusal }
  const row = await db.selectFrom('foundation.request').selectAll().where('key', '=', claim.key).where('actor', '=', claim.actor).executeTakeFirstOrThrow()
  return outcomeOf(row, claim) as Outcome<A>
}

/** A bigint is written as text. Few answers have one, and to ask at every value takes three times as long: only where JSON refuses is it asked. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? one.toString() : one))
  }
}

const showing = (ids: readonly string[], target: string) => sql<boolean>`target like ${target} and answer like any(${ids.map((id) => `%${id}%`)}::text[])`

/** Answers kept for these routes (`target` is a LIKE pattern) that name one of the ids. Reads every kept answer: for what is rare. */
export async function countAnswers(db: Db, ids: readonly string[], target: string): Promise<number> {
  const row = await db.selectFrom('foundation.request').select(({ fn }) => fn.countAll<bigint>().as('n')).where(showing(ids, target)).executeTakeFirst()
  return Number(row?.n ?? 0n)
}

/** Empties those answers: the key stays bound to its outcome, a retry is told nothing personal. */
export const forgetAnswers = (trx: Trx, ids: readonly string[], target: string): Promise<unknown> =>
  trx.updateTable('foundation.request').set({ status: 410, answer: JSON.stringify({ code: 'request.forgotten', sentence: { zh: '这次请求的结果含有已删除的个人资料。', en: 'The answer to this request held personal data that was erased.' }, detail: {} }) }).where(showing(ids, target)).execute()
