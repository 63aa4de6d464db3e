/** The list as rows of a file: read page by page, so that a million customers need no more memory than a thousand. */
import { keysOf, mask, type Key, type KeyKind } from '#customers/identity/identity.ts'
import type { Db } from '#foundation/db.ts'
import type { Cell } from '#foundation/download.ts'
import { say, type Locale } from '#foundation/words.ts'
import * as list from './record.list.sql.ts'
import { regionName } from './record.regions.ts'
import type { CustomerFilter } from './record.schema.ts'
import { basicWords, customerKindWords, genderWords } from './record.words.ts'

const pageSize = 2000
const headings = ['customerId', 'name', 'kind', 'gender', 'phone', 'email', 'card', 'region', 'source', 'createdAt'] as const

export async function* customerRows(db: Db, filter: CustomerFilter, reveal: boolean, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield headings.map((name) => say(basicWords[name], locale))
  for (let after: string | undefined; ;) {
    const page = await list.listCustomers(db, filter, after, pageSize)
    const keys = await keysOf(db, page.map((row) => row.customerId), ['phone', 'email', 'card'])
    for (const row of page) {
      const own = keys.get(row.customerId) ?? []
      yield [
        row.customerId, row.name, say(customerKindWords[row.kind], locale), row.gender === null ? null : say(genderWords[row.gender], locale),
        written(own, 'phone', reveal), written(own, 'email', reveal), written(own, 'card', reveal), regionName(row.region), row.source, row.createdAt.toISOString()
      ]
    }
    after = page.at(-1)?.customerId
    if (page.length < pageSize) return
  }
}

/** Mainland numbers without the country code, as people write them; a leading plus would read as a formula. */
const written = (keys: readonly Key[], kind: KeyKind, reveal: boolean): string =>
  keys.filter((key) => key.kind === kind).map((key) => (reveal ? key.value.replace(/^\+86(?=1\d{10}$)/, '') : mask(key))).join(' / ')
