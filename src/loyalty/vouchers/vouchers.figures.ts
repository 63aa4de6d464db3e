/** How vouchers are used: which were given, used, are about to end, and what they took off. */
import type { Db } from '#foundation/db.ts'
import { addDays } from '#foundation/zone.ts'
import { hereAt } from './vouchers.book.ts'
import { figuresOf, type FigureRow } from './vouchers.figures.sql.ts'
import type { TemplateFigures, TemplateList } from './vouchers.schema.ts'
import { templateShown } from './vouchers.templates.ts'
import { findTemplates } from './vouchers.templates.sql.ts'

const none: TemplateFigures = { issued: 0, usable: 0, expiring: 0, reserved: 0, redeemed: 0, expired: 0, voided: 0, codes: 0, discountMinor: '0', orders: 0, salesMinor: '0', customers: 0 }
const expiringDays = 30

const shown = (row: FigureRow): TemplateFigures => ({
  issued: Number(row.issued), usable: Number(row.usable), expiring: Number(row.expiring), reserved: Number(row.reserved), redeemed: Number(row.redeemed), expired: Number(row.expired), voided: Number(row.voided),
  codes: Number(row.codes), discountMinor: row.discountMinor.toString(), orders: Number(row.orders), salesMinor: row.salesMinor.toString(), customers: Number(row.customers)
})

/** Every template with its figures, and the figures of all. An order that used two kinds counts with each of them, and once in all. */
export async function readTemplates(db: Db, now: Date): Promise<TemplateList> {
  const { today } = await hereAt(db, now)
  const [templates, rows] = await Promise.all([findTemplates(db), figuresOf(db, today, now, addDays(today, expiringDays))])
  const byTemplate = new Map(rows.map((row) => [row.templateId, shown(row)]))
  return { items: templates.map((row) => ({ ...templateShown(row), figures: byTemplate.get(row.templateId) ?? none })), asOf: today, figures: byTemplate.get(null) ?? none }
}
