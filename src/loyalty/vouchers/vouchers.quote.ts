/** Which vouchers of a member, and which typed codes, apply to a basket; what each takes off; why the others do not; the best together. Nothing is written. */
import { unionOf } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Day } from '#foundation/zone.ts'
import { hereAt, termsOf, type Here } from './vouchers.book.ts'
import { isMistyped, plainCode } from './vouchers.codes.ts'
import { best, combined, type Combined } from './vouchers.combination.ts'
import { lifeOf } from './vouchers.life.ts'
import { coinOf, faceOf, faultOf, type Candidate, type Facts, type Line, type Why } from './vouchers.rules.ts'
import type { Terms } from './vouchers.schema.ts'
import * as sql from './vouchers.sql.ts'
import { openFor, requireUsable, type OrderName, type Voucher } from './vouchers.state.ts'
import { findCodes, findHolding, findTemplates, findTerms, versionText, type CodeRow } from './vouchers.templates.sql.ts'
import { voucherWords as words } from './vouchers.words.ts'

/** What is about to be bought; the same shape as of all quotes. */
export interface Basket extends OrderName {
  readonly customerId: string
  readonly at: Date
  readonly storeId: string | null
  readonly channel: string | null
  readonly lines: readonly Line[]
}

export interface Refused { readonly voucherId: string | null, readonly code: string, readonly templateId: string | null, readonly terms: Terms | null, readonly validTo: Day | null, readonly why: Why }
export interface VoucherQuote {
  /** Each on its own, the largest discount first. */
  readonly applies: readonly { readonly candidate: Candidate, readonly discountMinor: bigint, readonly lines: readonly bigint[] }[]
  readonly refused: readonly Refused[]
  readonly best: Combined
  /** Every combination was tried. */
  readonly isExact: boolean
}

export async function quoteVouchers(db: Db | Trx, basket: Basket, now: Date, { codes = [] }: { readonly codes?: readonly string[] } = {}): Promise<VoucherQuote> {
  const here = await hereAt(db, now)
  const member = await unionOf(db, basket.customerId)
  const live = await sql.findLive(db, member)
  const typed = await typedOf(db, member, codes, live, here)
  const own = [...live, ...typed.vouchers]
  const terms = await termsOf(db, own)
  const facts = await factsOf(db, basket, here)
  const coin = coinOf(here.currency)
  const refused: Refused[] = [...typed.refused]
  const applies: VoucherQuote['applies'][number][] = []
  const look = (candidate: Candidate, standing: Why | undefined): void => {
    const why = standing ?? faultOf(candidate.terms, basket.lines, facts)
    const { discountMinor, lines } = why === undefined ? combined([candidate], basket.lines, coin) : { discountMinor: 0n, lines: [] }
    if (why !== undefined) refused.push({ ...candidate, why })
    else if (discountMinor > 0n) applies.push({ candidate, discountMinor, lines })
  }
  for (const voucher of own) look(candidateOf(voucher, terms(voucher), openFor(voucher, basket, here)), standingFault(() => requireUsable(voucher, basket, here)))
  for (const candidate of typed.candidates) look(candidate, undefined)
  applies.sort((a, b) => Number(b.discountMinor - a.discountMinor) || ((a.candidate.validTo ?? '9999') < (b.candidate.validTo ?? '9999') ? -1 : 1))
  const { combination, isExact } = best(applies.map(({ candidate }) => candidate), basket.lines, coin)
  return { applies, refused, best: combination, isExact }
}

export const candidateOf = ({ voucherId, code, templateId, validTo }: Voucher, terms: Terms, open: bigint): Candidate => ({ voucherId, code, templateId, terms, open, validTo })

/** A refusal as a reason to show. */
function standingFault(look: () => void): Why | undefined {
  try {
    look()
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return whyOf(error)
  }
}

const whyOf = ({ code, sentence, detail }: Refusal): Why => ({ reason: code.replace('vouchers.', ''), sentence, values: detail })

export async function factsOf(db: Db | Trx, basket: Basket, { zone, currency }: Here): Promise<Facts> {
  const part = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(basket.at).map(({ type, value }) => [type, value]))
  return {
    ...await sql.findFacts(db, await unionOf(db, basket.customerId), basket), weekday: weekdays.indexOf(part['weekday'] ?? '') + 1, time: `${part['hour'] ?? ''}:${part['minute'] ?? ''}`,
    storeId: basket.storeId, channel: basket.channel, currency, coinMinor: coinOf(currency)
  }
}
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export function requireCode(text: string): string {
  const code = plainCode(text)
  if (code === undefined) throw new Refusal('vouchers.code_malformed', 422, words.malformedCode, { code: text })
  return code
}

export const unknownCode = (code: string): Refusal =>
  (isMistyped(code) ? new Refusal('vouchers.mistyped_code', 404, words.mistypedCode, { code }) : new Refusal('vouchers.unknown_code', 404, words.unknownCode, { code }))

interface Typed { readonly vouchers: readonly Voucher[], readonly candidates: readonly Candidate[], readonly refused: readonly Refused[] }

/** What typed codes stand for: vouchers of the member that are not among the live ones, codes nobody brought yet, or nothing. */
async function typedOf(db: Db | Trx, member: readonly string[], texts: readonly string[], live: readonly Voucher[], here: Here): Promise<Typed> {
  const codes = await findCodes(db, texts.flatMap((text) => plainCode(text) ?? []))
  const vouchers: string[] = []
  const candidates: Candidate[] = []
  const refused: Refused[] = []
  for (const text of new Set(texts.map((one) => plainCode(one) ?? one))) {
    const code = codes.get(text)
    try {
      if (code === undefined) throw unknownCode(requireCode(text))
      if (code.voucherId !== null) {
        if (!member.includes(code.customerId ?? '')) throw new Refusal('vouchers.others_code', 409, words.othersCode, { code: text })
        if (!live.some(({ voucherId }) => voucherId === code.voucherId)) vouchers.push(code.voucherId)
      } else if (!code.shared || !live.some(({ templateId }) => templateId === code.templateId)) candidates.push(await free(db, member, code, here))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ voucherId: null, code: text, templateId: code?.templateId ?? null, terms: null, validTo: null, why: whyOf(error) })
    }
  }
  return { vouchers: await sql.findVouchers(db, member, vouchers), candidates, refused }
}

/** A code that the member would get by using it, where they may. */
async function free(db: Db | Trx, member: readonly string[], { code, templateId, version, shared }: CodeRow, here: Here): Promise<Candidate> {
  const [newest] = await findTemplates(db, [templateId])
  if (newest === undefined) throw new Refusal('vouchers.unknown_template', 404, words.unknownTemplate)
  const key = { templateId, version: version ?? newest.version }
  const terms = (await findTerms(db, [key])).get(versionText(key)) ?? newest.terms
  const named = { nameZh: terms.nameZh, nameEn: terms.nameEn }
  if (shared && newest.stopped) throw new Refusal('vouchers.stopped', 409, words.stopped, named)
  const life = lifeOf(terms.life, here.today)
  if (life === undefined) throw new Refusal('vouchers.life_over', 409, words.lifeOver, named)
  const most = terms.limits.perCustomer
  if (most !== null && await findHolding(db, member, templateId) >= most) throw new Refusal('vouchers.customer_reached', 409, words.customerReached, { ...named, n: most })
  if (newest.bound !== null && newest.given >= newest.bound) throw new Refusal('vouchers.total_reached', 409, words.totalReached, { ...named, n: Number(newest.bound) })
  if (life.validFrom > here.today) throw new Refusal('vouchers.not_yet', 409, words.notYet, { code, day: life.validFrom })
  return { voucherId: null, code, templateId, terms, open: faceOf(terms), validTo: life.validTo }
}
