/** HTTP: what points owe, the books, the prices, the members behind. */
import { download } from '#foundation/download.ts'
import type { Routes } from '#foundation/http.ts'
import { journalRows, movedIn, statementRows } from './liability.export.ts'
import { holderRows, listHolders } from './liability.holders.ts'
import { summing } from './liability.jobs.ts'
import { listPrices, savePrice } from './liability.prices.ts'
import * as wire from './liability.schema.ts'
import { readBooks, readLiability } from './liability.ts'

const tags = ['liability']
const read = { right: 'liability.read' }
const files = { right: 'liability.export' }

export const routes: Routes = async (app, house) => {
  const { db, clock } = house
  app.get('/', {
    config: read, schema: { tags, summary: 'What outstanding points owe: by age, by end, how much of it will be used, and what it costs', querystring: wire.LiabilityQuery, response: { 200: wire.Liability } }
  }, async ({ query }) => readLiability(house, query))

  app.get('/books', {
    config: read, schema: { tags, summary: 'Month by month: opening, movements, closing, in points and in money', querystring: wire.BooksQuery, response: { 200: wire.Books } }
  }, async ({ query }) => ({
    items: (await readBooks(db, query, clock())).map((month) => ({
      month: month.month, currency: month.currency, opening: standing(month.opening), closing: standing(month.closing),
      moved: movedIn(month).map(({ points, entries, amountMinor, ...accounts }) => ({ ...accounts, points: points.toString(), entries: Number(entries), amountMinor: amountMinor.toString() }))
    }))
  }))

  app.get('/journal/file', {
    config: files, schema: { tags, summary: 'Double entries for the accounting system, day by day, as CSV or XLSX', querystring: wire.BooksQuery }
  }, async ({ query, locale }, reply) => {
    const { headers, body } = download(query.format ?? 'csv', 'points-journal', journalRows(await readBooks(db, query, clock()), locale))
    return reply.headers(headers).send(body)
  })

  app.get('/books/file', {
    config: files, schema: { tags, summary: 'The statement month by month as CSV or XLSX', querystring: wire.BooksQuery }
  }, async ({ query, locale }, reply) => {
    const { headers, body } = download(query.format ?? 'csv', 'points-statement', statementRows(await readBooks(db, query, clock()), locale))
    return reply.headers(headers).send(body)
  })

  app.get('/holders', {
    config: read, schema: { tags, summary: 'The members behind: largest balances, or most that ends soon, as the ledger has them now', querystring: wire.HoldersQuery, response: { 200: wire.Holders } }
  }, async ({ query }) => listHolders(db, query, clock()))

  app.get('/holders/file', {
    config: files, schema: { tags, summary: 'The same members, all of them, as CSV or XLSX', querystring: wire.HoldersFileQuery }
  }, async ({ query: { format, ...query }, locale }, reply) => {
    const { headers, body } = download(format, `points-${query.currency}-${query.order ?? 'balance'}`, holderRows(db, query, clock(), locale))
    return reply.headers(headers).send(body)
  })

  app.get('/prices', { config: read, schema: { tags, summary: 'What a point costs: the newest version and all before it', response: { 200: wire.PriceList } } }, async () => listPrices(db))

  app.put('/prices', {
    config: { right: 'liability.define' }, schema: { tags, summary: 'A new price of points from a day on; what is outstanding then is revalued', body: wire.NewPrice, response: { 200: wire.PriceList } }
  }, async (request) => request.write((trx) => savePrice(trx, request.body, request.actor.userId, clock())))

  app.post('/sums', {
    config: { right: 'liability.write', keyless: 'making sums again changes nothing that is true' }, schema: { tags, summary: 'Bring the daily sums up to date now, or make them again from the journal', body: wire.RefreshBody, response: { 200: wire.Begun } }
  }, async ({ body }) => ({ jobId: await summing(house, body.rebuild === true) }))
}

const standing = ({ points, debt, pointsMinor, debtMinor }: { readonly points: bigint, readonly debt: bigint, readonly pointsMinor: bigint, readonly debtMinor: bigint }) =>
  ({ points: points.toString(), debt: debt.toString(), pointsMinor: pointsMinor.toString(), debtMinor: debtMinor.toString() })
