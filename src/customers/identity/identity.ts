/**
 * Identity: who is who. This file is the door.
 *
 * A phone, an e-mail, a card or a platform's id belongs to one person; the table keyed by the value makes that true however many ask at once. The same
 * key from two sources is the same person.
 */
import { sql as raw } from 'kysely'
import type { Copying } from '#foundation/copy.statement.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { idMaker } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { assign, keyText, normalise, probe, type Assignment, type Key, type KeyKind } from './identity.rules.ts'
import { kindWords } from './identity.words.ts'
import * as sql from './identity.sql.ts'

export { assign, contradiction, keyText, mask, type Assignment, type Key, type KeyKind } from './identity.rules.ts'
export { listMerges, recordMerge, requireMergeable, survivorOf, survivorsOf, undoMerge, unionOf, type MergeRow } from './identity.merge.ts'
export { identityKinds } from './identity.merge.words.ts'
export { kindWords } from './identity.words.ts'

/** The key as it is kept, or a refusal that says what is wrong with it. */
export function keyOf(kind: KeyKind, text: string, country: string): Key {
  const value = normalise(kind, text, country)
  if (value !== undefined) return { kind, value }
  throw new Refusal('identity.malformed', 422, {
    zh: `“{text}”不是有效的${kindWords[kind].zh}。`, en: `"{text}" is not a valid ${kindWords[kind].en}.`
  }, { text, kind })
}

/** Who holds these keys, by `keyText`; keys that nobody holds are absent. */
export async function resolveMany(db: Db, keys: readonly Key[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  return new Map((await sql.findOwners(db, keys)).map((held) => [keyText(held), held.customerId]))
}

const mostTries = 8
const copyFrom = 200

export interface Claiming extends Copying {
  /** Probably nobody holds any of the keys yet. */
  readonly areNew?: boolean | undefined
}

/**
 * Decides whose each list of keys is and claims what is new, for whole batches. Where somebody else claimed a key in the same breath, the decision is
 * taken back and taken again on what is known then: two who create the same phone end with one person.
 */
export async function settleKeys(trx: Trx, lists: readonly (readonly Key[])[], sourceOf: (index: number) => string, now: Date, { areNew = false, ...copying }: Claiming = {}): Promise<readonly Assignment[]> {
  const distinct = (): readonly Key[] => [...new Map(lists.flat().map((key) => [keyText(key), key])).values()]
  const nextId = idMaker(now)
  for (let attempt = 1; ; attempt += 1) {
    // Where most are new, claiming says sooner than a question whether all are.
    const known = attempt === 1 && areNew && lists.length >= copyFrom ? new Map<string, string>() : await resolveMany(trx, distinct())
    const assignments = assign(lists, known, nextId)
    const gained = assignments.flatMap(({ customerId, gained: keys }, index) => keys.map(({ kind, value }) => ({ kind, value, customerId, source: sourceOf(index) })))
    if (gained.length === 0) return assignments
    if (gained.length >= copyFrom) {
      if (await sql.copyClaims(trx, gained, now, copying)) return assignments
      if (attempt < mostTries / 2) continue
    }
    await raw`savepoint claim`.execute(trx)
    if ((await sql.claim(trx, gained, now)).length === 0) {
      await raw`release savepoint claim`.execute(trx)
      return assignments
    }
    await raw`rollback to savepoint claim`.execute(trx)
    if (attempt === mostTries) throw new Error('keys kept being claimed by others')
  }
}

/** Gives keys to one person. Answers the keys that somebody else holds; the caller refuses then, and nothing stays. */
export const claimKeys = (trx: Trx, customerId: string, keys: readonly Key[], source: string, now: Date): Promise<readonly Key[]> =>
  keys.length === 0 ? Promise.resolve([]) : sql.claim(trx, keys.map((key) => ({ ...key, customerId, source })), now)

export const releaseKeys = async (trx: Trx, customerId: string, keys: readonly Key[]): Promise<void> => {
  if (keys.length > 0) await sql.release(trx, customerId, keys)
}

/** Takes away every key of these ids, for ever. */
export const forgetKeys = (trx: Trx, customerIds: readonly string[]): Promise<unknown> => sql.forget(trx, customerIds)

export interface KnownKey extends Key { readonly source: string }

/** The keys of each customer, oldest first. */
export async function keysOf(db: Db, customerIds: readonly string[], kinds?: readonly KeyKind[]): Promise<ReadonlyMap<string, readonly KnownKey[]>> {
  const found = new Map<string, KnownKey[]>()
  if (customerIds.length === 0) return found
  for (const { customerId, kind, value, source } of await sql.keysOf(db, customerIds, kinds)) {
    const list = found.get(customerId)
    if (list) list.push({ kind, value, source })
    else found.set(customerId, [{ kind, value, source }])
  }
  return found
}

export interface Match extends Key { readonly customerId: string }

/** Customers by a whole key, by its last four or more characters, or by its beginning. Best first. */
export async function searchKeys(db: Db, text: string, country: string, limit: number): Promise<readonly Match[]> {
  const asked = probe(text, country)
  return asked === undefined ? [] : sql.search(db, asked, limit)
}
