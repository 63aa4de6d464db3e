/** The report on a mere file of orders: what `changke analyse --json` prints. `docs/analyse.schema.json` is generated from this. */
import { Type, type Static } from 'typebox'
import { Cohorts } from '../../insights/cohorts/cohorts.schema.ts'
import { Bilingual, Cleaning, Day, Minor } from '../../insights/definitions/definitions.schema.ts'
import { Lifecycle } from '../../insights/lifecycle/lifecycle.schema.ts'
import { Once } from '../../insights/prediction/prediction.schema.ts'
import { Rfm } from '../../insights/rfm/rfm.schema.ts'

const closed = { additionalProperties: false } as const

export const FileReading = Type.Object({
  name: Type.String(),
  kind: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
  encoding: Type.String(),
  delimiter: Type.String(),
  preset: Type.Union([Type.String(), Type.Null()], { description: 'the export that the headers were recognised as' }),
  columns: Type.Array(Type.Object({ header: Type.String(), field: Type.Union([Type.String(), Type.Null()], { description: 'what the column was read as; null: not used' }) }, closed)),
  rows: Type.Integer(),
  lines: Type.Integer({ description: 'rows that became lines of orders' }),
  rejected: Type.Integer(),
  reasons: Type.Array(Type.Object({ code: Type.String(), rows: Type.Integer(), sentence: Bilingual }, closed)),
  examples: Type.Array(Type.Object({ line: Type.Integer(), code: Type.String(), sentence: Bilingual }, closed), { description: 'the first rejected rows' }),
  notes: Type.Array(Bilingual)
}, closed)
export type FileReading = Static<typeof FileReading>

const Totals = Type.Object({
  sales: Type.Integer({ description: 'orders in the file, anonymous ones among them' }),
  refunds: Type.Integer({ description: 'returns and cancellations' }),
  salesMinor: Minor,
  refundsMinor: Minor,
  anonymousSales: Type.Integer({ description: 'orders that name no customer: they count as sales, not as customers' }),
  firstDay: Type.Union([Day, Type.Null()]),
  lastDay: Type.Union([Day, Type.Null()]),
  customers: Type.Integer({ description: 'customers with at least one qualifying order up to the day' }),
  orders: Type.Integer({ description: 'their qualifying orders' }),
  moneyMinor: Minor
}, closed)

export const Report = Type.Object({
  format: Type.Literal('changke.analyse/1'),
  version: Type.String({ description: 'of the program' }),
  asOf: Day,
  zone: Type.String(),
  currency: Type.String({ description: 'ISO 4217; three times X, its code for none, where neither the file nor the caller names one' }),
  cleaning: Cleaning,
  file: FileReading,
  totals: Totals,
  lifecycle: Type.Union([Lifecycle, Type.Null()], { description: 'null where the file has no customer with a qualifying order' }),
  rfm: Type.Union([Rfm, Type.Null()]),
  cohorts: Type.Union([Cohorts, Type.Null()]),
  callFirst: Lifecycle.properties.callFirst,
  prediction: Type.Union([Once, Type.Null()], { description: 'the candidates on held-out time, the one used, and chance, value and reasons of those to call first; `gate` says what is missing where there is too little data' })
}, { ...closed, $id: 'https://changke.invalid/analyse.schema.json', title: 'Changke analyse report' })
export type Report = Static<typeof Report>
