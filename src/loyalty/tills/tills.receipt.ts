/** One receipt of one store is one deed of each kind: whoever asks again is given the answer that was given. */
import { createHash } from 'node:crypto'
import type { Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Answer } from './tills.schema.ts'
import * as sql from './tills.sql.ts'
import { tillsWords as words } from './tills.words.ts'

export interface TillParts { readonly listeners: readonly Listener[], readonly actor: string }

export const tillSource = 'till'
interface Receipt { readonly store?: string | null, readonly receipt: string, readonly source?: string }

/** The number of the order: receipts are counted store by store. */
export const numberOf = ({ store, receipt }: Receipt): string => (store === undefined || store === null ? receipt : `${store}-${receipt}`)
export const guardOf = ({ source = tillSource, store = null, receipt }: Receipt, kind: string): string => JSON.stringify([source, store, receipt, kind])

/**
 * Does something once for a receipt, whatever keys it is asked with: asked again with the same content the stored answer is given back, even where the first answer
 * was lost; with other content it is refused (tills.other_content). Whoever asks at the same time waits for the first.
 */
export async function once(trx: Trx, receipt: Receipt, kind: string, content: object, now: Date, work: () => Promise<Answer>): Promise<Answer> {
  const guard = guardOf(receipt, kind)
  const hash = createHash('sha256').update(JSON.stringify(sorted(content))).digest('hex')
  const earlier = await sql.claimDeed(trx, guard, hash, now)
  if (earlier !== undefined) {
    if (earlier.content !== hash) throw new Refusal('tills.other_content', 409, words.otherContent, { receipt: receipt.receipt })
    return answerOf(earlier)
  }
  const answer = await work()
  await sql.keepAnswer(trx, guard, answer)
  return answer
}

/** Whichever way a program orders its fields, and whether it says nothing or null. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted)
    : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]))
      : value

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'receipt' in value
export function answerOf({ answer }: sql.Deed): Answer {
  if (!isAnswer(answer)) throw new Error('a deed is committed with its answer')
  return answer
}
