/** What vouchers there are: made, changed by new versions, stopped. What was issued keeps its version. */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { isDay } from '#foundation/zone.ts'
import { plainCode } from './vouchers.codes.ts'
import type { Template, Terms } from './vouchers.schema.ts'
import * as sql from './vouchers.templates.sql.ts'
import { voucherWords as words } from './vouchers.words.ts'

export const templateShown = ({ templateId, version, terms, stopped, given, bound, author, note, at }: sql.TemplateRow): Template =>
  ({ templateId, version, terms, stopped, given: bound === null ? null : Number(given), author, note, at: at.toISOString() })

const unknown = (): Refusal => new Refusal('vouchers.unknown_template', 404, words.unknownTemplate)

/** Refuses: vouchers.amount_zero, .not_a_day, .dates_turned, .code_malformed, .code_taken. */
export async function createTemplate(trx: Trx, { terms: sent, note = '' }: { readonly terms: Terms, readonly note?: string }, author: string, now: Date): Promise<Template> {
  const terms = checked(sent)
  const templateId = newId(now)
  await sql.insertVersion(trx, { templateId, version: 1, terms, note, author }, now)
  await sql.insertAccount(trx, templateId, terms.limits.total, now)
  if (terms.sharedCode !== null && !await sql.insertSharedCode(trx, terms.sharedCode, templateId)) throw new Refusal('vouchers.code_taken', 409, words.codeTaken, { code: terms.sharedCode })
  return readTemplate(trx, templateId)
}

/** A new version. Refuses: vouchers.changed, .bound_missing, .bound_below, .shared_stays, and what `createTemplate` refuses. */
export async function changeTemplate(trx: Trx, templateId: string, { terms: sent, note = '', version }: { readonly terms: Terms, readonly note?: string, readonly version: number }, author: string, now: Date): Promise<Template> {
  const terms = checked(sent)
  await sql.lockAccount(trx, templateId)
  const [current] = await sql.findTemplates(trx, [templateId])
  if (current === undefined) throw unknown()
  if (current.version !== version) throw new Refusal('vouchers.changed', 409, words.changed, { version: current.version })
  if (current.terms.sharedCode !== terms.sharedCode) throw new Refusal('vouchers.shared_stays', 409, words.sharedStays)
  if (current.bound === null && terms.limits.total !== null) throw new Refusal('vouchers.bound_missing', 409, words.boundMissing)
  if (terms.limits.total !== null && BigInt(terms.limits.total) < current.given) throw new Refusal('vouchers.bound_below', 409, words.boundBelow, { given: Number(current.given) })
  await sql.insertVersion(trx, { templateId, version: version + 1, terms, note, author }, now)
  await sql.moveAccount(trx, { templateId, version }, terms.limits.total)
  return readTemplate(trx, templateId)
}

/** Stopped: no more are given out and codes of a shared word are no longer taken; what members hold stays good. */
export async function stopTemplate(trx: Trx, templateId: string, stopped: boolean): Promise<Template> {
  if (!await sql.setStopped(trx, templateId, stopped)) throw unknown()
  return readTemplate(trx, templateId)
}

export async function readTemplate(db: Db | Trx, templateId: string): Promise<Template> {
  const [row] = await sql.findTemplates(db, [templateId])
  if (row === undefined) throw unknown()
  return templateShown(row)
}

export async function readVersions(db: Db, templateId: string) {
  const [template, versions] = await Promise.all([readTemplate(db, templateId), sql.findVersions(db, templateId)])
  return { template, versions: versions.map(({ version, terms, author, note, at }) => ({ version, terms, author, note, at: at.toISOString() })) }
}

function checked(terms: Terms): Terms {
  const { worth, life, sharedCode } = terms
  if (worth.kind === 'amount' && BigInt(worth.amountMinor) === 0n) throw new Refusal('vouchers.amount_zero', 422, words.amountZero)
  if (life.kind === 'dates') {
    const wrong = [life.from, life.to].find((day) => !isDay(day))
    if (wrong !== undefined) throw new Refusal('vouchers.not_a_day', 422, words.notADay, { day: wrong })
    if (life.to < life.from) throw new Refusal('vouchers.dates_turned', 422, words.datesTurned, { ...life })
  }
  if (sharedCode === null) return terms
  const code = plainCode(sharedCode)
  if (code === undefined) throw new Refusal('vouchers.code_malformed', 422, words.malformedCode, { code: sharedCode })
  return { ...terms, sharedCode: code }
}
