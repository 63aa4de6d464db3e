/**
 * Erasure: personal data lives in the customer's row and its keys, and goes from there. What the books must keep (orders, points, events) names nobody but an
 * id that leads to no one any more. It cannot be undone, and it is itself on the log.
 */
import { forgetKeys, keysOf, unionOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { countAnswers, forgetAnswers } from '#foundation/idempotency.ts'
import { basicsOf, basicNames } from './record.basics.ts'
import { erase } from './record.merge.sql.ts'
import type { Erased, ErasePreview } from './record.merge.schema.ts'
import { changedMeanwhile, erasedAlready, unknownCustomer } from './record.refusals.ts'
import type { RecordParts } from './record.ts'
import * as sql from './record.sql.ts'

/** The answers that hold a record's contents; those of other rooms name the id alone. */
const targets = '% /api/record%'

export async function previewErase(db: Db | Trx, customerId: string): Promise<ErasePreview> {
  const union = await unionOf(db, customerId)
  const [own] = union
  const rows = await Promise.all(union.map((id) => sql.findCustomer(db, id)))
  const row = rows[0]
  if (row === undefined) throw unknownCustomer(customerId)
  if (row.erased_at !== null) throw erasedAlready(own)
  const kept = rows.flatMap((one) => (one === undefined ? [] : [basicsOf(one)]))
  const isThere = (name: (typeof basicNames)[number]): boolean => kept.some((basics) => (name === 'custom' ? Object.keys(basics.custom).length > 0 : basics[name] !== null))
  return {
    customerId: own, records: union.length, fields: basicNames.filter((name) => name !== 'kind' && isThere(name)), keys: (await keysOf(db, [own])).get(own)?.length ?? 0,
    answers: await countAnswers(db, union, targets), version: row.version
  }
}

/** Refuses: record.unknown_customer, record.erased, record.changed_meanwhile. */
export async function eraseCustomer(trx: Trx, parts: RecordParts, customerId: string, { version, reason }: { readonly version: number, readonly reason: string }, now: Date): Promise<Erased> {
  const union = await unionOf(trx, customerId)
  const [own] = union
  const seen = await previewErase(trx, own)
  if (seen.version !== version) throw changedMeanwhile(seen.version, [])
  await erase(trx, union, now)
  await forgetKeys(trx, union)
  await forgetAnswers(trx, union, targets)
  await parts.chronicle(trx, parts.listeners, [{ customerId: own, kind: 'record.erased', actor: parts.actor, source: 'record', body: { reason, fields: seen.fields.join(', '), keys: seen.keys, records: union.length } }], now)
  return { customerId: own, erasedAt: now.toISOString(), keys: seen.keys, answers: seen.answers }
}
