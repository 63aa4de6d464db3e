/** How vouchers come to members: given by somebody, by a capability, by a list, or brought as a code. */
import { unionOf } from '#customers/identity/identity.ts'
import type { Trx } from '#foundation/db.ts'
import { idMaker } from '#foundation/ids.ts'
import { Refusal, type Sentence } from '#foundation/refusal.ts'
import type { Values } from '#foundation/words.ts'
import { hereAt, keep, type Here, type VoucherParts } from './vouchers.book.ts'
import { codeMaker } from './vouchers.codes.ts'
import { lifeOf } from './vouchers.life.ts'
import { faceOf } from './vouchers.rules.ts'
import type { Terms } from './vouchers.schema.ts'
import { knownCustomers, type Change } from './vouchers.sql.ts'
import { issueMovement, post, unissued, type Voucher } from './vouchers.state.ts'
import * as sql from './vouchers.templates.sql.ts'
import { voucherWords as words } from './vouchers.words.ts'

/** `origin` says what gave it: `person`, `list`, `code`, or the capability. */
export interface Grant { readonly customerId: string, readonly templateId: string, readonly origin: string, readonly count?: number, readonly note?: string }

/**
 * Gives vouchers, all or none. Refuses: vouchers.unknown_template, .unknown_customer, .stopped, .life_over, .total_reached, .customer_reached.
 */
export async function issue(trx: Trx, parts: VoucherParts, asked: readonly Grant[], now: Date): Promise<readonly Voucher[]> {
  const here = await hereAt(trx, now)
  const survivors = await sql.findSurvivors(trx, asked.map(({ customerId }) => customerId))
  const grants = asked.map((grant) => ({ ...grant, customerId: survivors.get(grant.customerId) ?? grant.customerId }))
  const given: Voucher[] = []
  for (const [templateId, own] of [...Map.groupBy(grants, (grant) => grant.templateId)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const template = await requireTemplate(trx, templateId)
    await requireCustomers(trx, own.map(({ customerId }) => customerId))
    const rounds = Math.max(...own.map(({ count = 1 }) => count))
    for (let round = 0; round < rounds; round += 1) {
      for (const [origin, some] of Map.groupBy(own.filter(({ count = 1 }) => count > round), (grant) => `${grant.origin} ${grant.note ?? ''}`)) {
        const [first] = some
        for (const batch of onceEach(some.map(({ customerId }) => customerId))) {
          const { issued, refused } = await give(trx, parts, template, batch, first?.origin ?? origin, here, first?.note ?? null)
          if (refused[0] !== undefined) throw new Refusal(refused[0].code, 409, refused[0].sentence, refused[0].values)
          given.push(...issued)
        }
      }
    }
  }
  return given
}

/** The list in pieces in which nobody stands twice: a piece is written by one statement. */
function onceEach(ids: readonly string[]): readonly (readonly string[])[] {
  const pieces: string[][] = []
  const seen = new Map<string, number>()
  for (const id of ids) {
    const at = seen.get(id) ?? 0
    seen.set(id, at + 1)
    pieces[at] = [...pieces[at] ?? [], id]
  }
  return pieces
}

export interface Denied { readonly customerId: string, readonly code: 'vouchers.total_reached' | 'vouchers.customer_reached', readonly sentence: Sentence, readonly values: Values }

/** Gives one each to whoever may have it; each member once in the list. */
export async function give(trx: Trx, parts: VoucherParts, template: sql.TemplateRow, customerIds: readonly string[], origin: string, here: Here, note: string | null = null): Promise<{ readonly issued: readonly Voucher[], readonly refused: readonly Denied[] }> {
  const { terms, templateId, version } = template
  requireGiving(template)
  requireLife(terms, here)
  const { granted, refused } = await takeRoom(trx, template, terms, customerIds)
  const nextId = idMaker(here.now)
  const nextCode = codeMaker()
  const changes = granted.map((customerId) => fresh({ customerId, voucherId: nextId(), templateId, version, code: terms.sharedCode === null ? nextCode() : terms.sharedCode }, terms, origin, here))
  if (terms.sharedCode === null) await sql.insertVoucherCodes(trx, changes.map(({ voucher }) => voucher))
  await keep(trx, parts, changes, here, note)
  return { issued: changes.map(({ voucher }) => voucher), refused }
}

/**
 * The places within the bounds of the template and of each member: taken by statements that wait for others, so exactly. Who stands first in the list comes
 * first; a place that a member may not take goes to the next. (Whoever takes a bounded place holds the template until the end, so a second round meets nobody.)
 */
async function takeRoom(trx: Trx, template: Pick<sql.TemplateRow, 'templateId' | 'bound' | 'given'>, terms: Terms, customerIds: readonly string[]): Promise<{ readonly granted: readonly string[], readonly refused: readonly Denied[] }> {
  const { templateId, bound, given } = template
  const room = bound === null ? customerIds.length : await sql.takeFromBound(trx, templateId, customerIds.length)
  const [asked, rest] = [customerIds.slice(0, room), customerIds.slice(room)]
  const had = terms.limits.perCustomer === null ? new Set<string>() : await fullByMerge(trx, templateId, asked, terms.limits.perCustomer)
  const may = await sql.takeForCustomers(trx, templateId, asked.filter((id) => !had.has(id)), terms.limits.perCustomer)
  if (bound !== null) await sql.giveToBound(trx, templateId, room - may.size)
  const values = { nameZh: terms.nameZh, nameEn: terms.nameEn }
  const denied = asked.filter((id) => !may.has(id)).map((customerId): Denied => ({ customerId, code: 'vouchers.customer_reached', sentence: words.customerReached, values: { ...values, n: terms.limits.perCustomer ?? 0 } }))
  const granted = asked.filter((id) => may.has(id))
  if (rest.length === 0) return { granted, refused: denied }
  if (denied.length === 0) return { granted, refused: rest.map((customerId) => ({ customerId, code: 'vouchers.total_reached', sentence: words.totalReached, values: { ...values, n: Number(bound ?? given) } })) }
  const next = await takeRoom(trx, template, terms, rest)
  return { granted: [...granted, ...next.granted], refused: [...denied, ...next.refused] }
}

/** Members who have had all they may under the ids that were merged into theirs: those ids are given no more, so what they had stands still. */
async function fullByMerge(trx: Trx, templateId: string, customerIds: readonly string[], most: number): Promise<ReadonlySet<string>> {
  const full = new Set<string>()
  for (const id of await sql.survivorsAmong(trx, customerIds)) if (await sql.findHolding(trx, await unionOf(trx, id), templateId) >= most) full.add(id)
  return full
}

function fresh(about: Pick<Voucher, 'customerId' | 'voucherId' | 'templateId' | 'version' | 'code'>, terms: Terms, origin: string, here: Here): Change {
  const { validFrom, validTo } = requireLife(terms, here)
  const movement = issueMovement(faceOf(terms), validTo, here.now)
  return { voucher: post(unissued({ ...about, validFrom, issuedAt: here.now, origin }), movement), movements: [movement] }
}

/**
 * A code becomes the member's voucher: the first who brings a code of a batch has it; a shared code gives each member one. Answers the voucher's id; one that
 * is the member's already is answered as it is.
 */
export async function claim(trx: Trx, parts: VoucherParts, member: readonly [string, ...string[]], code: sql.CodeRow, here: Here): Promise<string> {
  if (code.voucherId !== null) {
    if (member.includes(code.customerId ?? '')) return code.voucherId
    throw new Refusal('vouchers.others_code', 409, words.othersCode, { code: code.code })
  }
  const [customerId] = member
  await requireCustomers(trx, [customerId])
  const newest = await requireTemplate(trx, code.templateId)
  if (code.shared) {
    requireGiving(newest)
    const { issued: [voucher], refused: [denied] } = await give(trx, parts, newest, [customerId], 'code', here)
    if (denied !== undefined) throw new Refusal(denied.code, 409, denied.sentence, denied.values)
    if (voucher === undefined) throw new Error('a voucher was neither given nor refused')
    return voucher.voucherId
  }
  // What was printed on a code holds: it keeps the version of its batch, also when no more are given out.
  const version = code.version ?? newest.version
  const terms = (await sql.findTerms(trx, [{ templateId: code.templateId, version }])).get(sql.versionText({ templateId: code.templateId, version })) ?? newest.terms
  const change = fresh({ customerId, voucherId: idMaker(here.now)(), templateId: code.templateId, version, code: code.code }, terms, 'code', here)
  if (!await sql.claimCode(trx, change.voucher)) {
    const taken = (await sql.findCodes(trx, [code.code])).get(code.code)
    if (taken !== undefined && taken.voucherId !== null && member.includes(taken.customerId ?? '')) return taken.voucherId
    throw new Refusal('vouchers.others_code', 409, words.othersCode, { code: code.code })
  }
  const { refused: [denied] } = await takeRoom(trx, newest, terms, [customerId])
  if (denied !== undefined) throw new Refusal(denied.code, 409, denied.sentence, denied.values)
  await keep(trx, parts, [change], here)
  return change.voucher.voucherId
}

export async function requireTemplate(trx: Trx, templateId: string): Promise<sql.TemplateRow> {
  const [template] = await sql.findTemplates(trx, [templateId])
  if (template === undefined) throw new Refusal('vouchers.unknown_template', 404, words.unknownTemplate)
  return template
}

async function requireCustomers(trx: Trx, ids: readonly string[]): Promise<void> {
  const known = await knownCustomers(trx, ids)
  const stranger = ids.find((id) => !known.has(id))
  if (stranger !== undefined) throw new Refusal('vouchers.unknown_customer', 404, words.unknownCustomer, { customer: stranger })
}

export function requireGiving({ stopped, terms: { nameZh, nameEn } }: Pick<sql.TemplateRow, 'stopped' | 'terms'>): void {
  if (stopped) throw new Refusal('vouchers.stopped', 409, words.stopped, { nameZh, nameEn })
}

function requireLife({ life, nameZh, nameEn }: Terms, { today }: Here): NonNullable<ReturnType<typeof lifeOf>> {
  const span = lifeOf(life, today)
  if (span === undefined) throw new Refusal('vouchers.life_over', 409, words.lifeOver, { nameZh, nameEn })
  return span
}
