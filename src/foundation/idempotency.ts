/**
 * One key, one effect. The key is claimed inside the writing transaction: a second request with the same key waits there, then reads the stored outcome.
 * A refusal is an outcome too (LEDGER.md, case 2).
 */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Db, Trx } from './db.ts'
import { Refusal } from './refusal.ts'

interface Claim { readonly key: string, readonly actor: string, readonly target: string, readonly bodyHash: string }

export const claimOf = (request: FastifyRequest): Claim => {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) {
    throw new Refusal('request.key_missing', 400, {
      zh: '写请求须带 Idempotency-Key 头（8 到 100 个可见字符），重试时用同一个值。',
      en: 'A write needs an Idempotency-Key header (8 to 100 visible characters); use the same one when you retry.'
    })
  }
  const bodyHash = createHash('sha256').update(JSON.stringify(request.body ?? null)).digest('hex')
  return { key, actor: request.actor.userId, target: `${request.method} ${request.url}`, bodyHash }
}

/** Runs the work once for the claim. Throws the stored refusal, or `request.key_reused` when the key stands for another request. */
export async function once<T>(db: Db, claim: Claim, now: Date, work: (trx: Trx) => Promise<T>): Promise<T> {
  const earlier = await findOutcome(db, claim)
  if (earlier) return earlier.answer as T
  try {
    return await db.transaction().execute(async (trx) => {
      const claimed = await trx.insertInto('foundation.request')
        .values({ key: claim.key, actor: claim.actor, target: claim.target, body_hash: claim.bodyHash, status: 200, answer: 'null', at: now })
        .onConflict((conflict) => conflict.doNothing()).returning('key').executeTakeFirst()
      if (!claimed) throw new AlreadyDone()
      const answer = await work(trx)
      await trx.updateTable('foundation.request').set({ answer: JSON.stringify(answer ?? null, bigintAsText) })
        .where('key', '=', claim.key).where('actor', '=', claim.actor).execute()
      return answer
    })
  } catch (error) {
    if (error instanceof AlreadyDone) return (await findOutcome(db, claim))?.answer as T
    if (error instanceof Refusal) await keepRefusal(db, claim, error, now)
    throw error
  }
}

class AlreadyDone extends Error {}

async function findOutcome(db: Db, claim: Claim): Promise<{ answer: unknown } | undefined> {
  const row = await db.selectFrom('foundation.request').selectAll().where('key', '=', claim.key).where('actor', '=', claim.actor).executeTakeFirst()
  if (!row) return undefined
  if (row.target !== claim.target || row.body_hash !== claim.bodyHash) {
    throw new Refusal('request.key_reused', 409, {
      zh: '这个 Idempotency-Key 已经用于另一个请求。', en: 'This Idempotency-Key was used for another request.'
    }, { key: claim.key })
  }
  if (row.status < 400) return { answer: row.answer }
  const kept = row.answer as { code: string, sentence: Refusal['sentence'], detail: Refusal['detail'] }
  throw new Refusal(kept.code, row.status, kept.sentence, kept.detail)
}

const keepRefusal = (db: Db, claim: Claim, refusal: Refusal, now: Date): Promise<unknown> =>
  db.insertInto('foundation.request').values({
    key: claim.key, actor: claim.actor, target: claim.target, body_hash: claim.bodyHash, status: refusal.status,
    answer: JSON.stringify({ code: refusal.code, sentence: refusal.sentence, detail: refusal.detail }, bigintAsText), at: now
  }).onConflict((conflict) => conflict.doNothing()).execute()

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value)
