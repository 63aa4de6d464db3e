import { Go } from '#web/address.tsx'
import type { Format } from '#web/format.tsx'
import type { Words } from '#web/locale.tsx'
import type { Column } from '#web/table.tsx'
import { kindWords, writtenKey } from '../identity/identity.words.ts'
import { recordPageWords as words } from './record.page.words.ts'
import type { CustomerRow, Found } from './record.schema.ts'
import { sourceWord } from './record.source.words.ts'
import { basicWords, customerKindWords, genderWords } from './record.words.ts'

type Named = Pick<Found, 'customerId' | 'name'>

const nameColumn = <Row extends Named>({ say }: Words): Column<Row> => ({
  key: 'name', title: say(basicWords.name), value: (row) => row.name ?? '', cell: (row) => <Go to={`/customers/${row.customerId}`}>{row.name ?? <span className="ck-soft">{say(words.nameless)} {row.customerId.slice(-6)}</span>}</Go>
})

export const rowColumns = (given: Words, { day, dayOf }: Format): readonly Column<CustomerRow>[] => {
  const { say } = given
  return [
    nameColumn<CustomerRow>(given),
    { key: 'phone', title: say(basicWords.phone), value: (row) => row.phone, cell: (row) => <span className="ck-num">{row.phone === null ? '–' : writtenKey('phone', row.phone)}</span>, isSortable: false },
    { key: 'kind', title: say(basicWords.kind), value: (row) => say(customerKindWords[row.kind]), cell: (row) => say(customerKindWords[row.kind]), isWideOnly: true },
    { key: 'gender', title: say(basicWords.gender), value: (row) => row.gender, cell: (row) => row.gender === null ? '–' : say(genderWords[row.gender]), isWideOnly: true, width: 80 },
    { key: 'region', title: say(basicWords.region), value: (row) => row.regionName, cell: (row) => row.regionName ?? '–', isWideOnly: true },
    { key: 'source', title: say(basicWords.source), value: (row) => say(sourceWord(row.source)), cell: (row) => say(sourceWord(row.source)), isWideOnly: true },
    { key: 'createdAt', title: say(basicWords.createdAt), value: (row) => row.createdAt, cell: (row) => <span className="ck-num">{day(dayOf(row.createdAt))}</span>, isWideOnly: true }
  ]
}

export const foundColumns = (given: Words): readonly Column<Found>[] => {
  const { say } = given
  const by = (row: Found): string => row.by === 'name' ? say(words.byName) : row.by === 'pinyin' ? say(words.byPinyin) : row.by === 'initials' ? say(words.byInitials) : say(kindWords[row.by])
  return [
    nameColumn<Found>(given),
    { key: 'phone', title: say(basicWords.phone), cell: (row) => <span className="ck-num">{row.phone === null ? '–' : writtenKey('phone', row.phone)}</span> },
    { key: 'kind', title: say(basicWords.kind), cell: (row) => say(customerKindWords[row.kind]), isWideOnly: true },
    { key: 'region', title: say(basicWords.region), cell: (row) => row.regionName ?? '–', isWideOnly: true },
    { key: 'by', title: say(words.foundBy), cell: (row) => <span className="ck-tag" data-tone="quiet">{by(row)}</span> }
  ]
}
