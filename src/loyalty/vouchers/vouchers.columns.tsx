import { Go } from '#web/address.tsx'
import { ShareBar } from '#web/figure.tsx'
import { Day, Moment, type Format } from '#web/format.tsx'
import type { Words } from '#web/locale.tsx'
import { majorOf } from '#foundation/money.ts'
import type { Column } from '#web/table.tsx'
import { nameOf, stateWords, vouchersPageWords as words } from './vouchers.page.words.ts'
import type { State, TemplateRow, VoucherShown } from './vouchers.schema.ts'
import { worthWords } from './vouchers.terms.words.ts'

export function templateColumns({ say }: Words, { num, money }: Format, currency: string): readonly Column<TemplateRow>[] {
  const title = ({ terms }: TemplateRow): string => say(nameOf(terms))
  return [
    { key: 'name', title: say(words.name), value: title, cell: (row) => <span className="vo-name"><Go to={`/vouchers/${row.templateId}`}>{title(row)}</Go><small>{say(worthWords(row.terms, currency))}{row.stopped && <> · {say(words.stopped)}</>}</small></span> },
    { key: 'given', title: say(words.given), value: (row) => row.figures.issued, cell: (row) => num(row.figures.issued), isNumber: true, width: 80 },
    { key: 'used', title: say(words.used), value: (row) => (row.figures.issued === 0 ? null : row.figures.redeemed / row.figures.issued), cell: (row) => (row.figures.issued === 0 ? '–' : <ShareBar share={row.figures.redeemed / row.figures.issued} />), isNumber: true, width: 140 },
    { key: 'usable', title: say(words.usable), value: (row) => row.figures.usable, cell: (row) => num(row.figures.usable), isNumber: true, width: 90, isWideOnly: true },
    { key: 'expiring', title: say(words.expiring), value: (row) => row.figures.expiring, cell: (row) => num(row.figures.expiring), isNumber: true, width: 120, isWideOnly: true },
    { key: 'discount', title: say(words.discount), value: (row) => majorOf(BigInt(row.figures.discountMinor)), cell: (row) => money(row.figures.discountMinor, { whole: true }), isNumber: true, width: 110, isWideOnly: true },
    { key: 'orders', title: say(words.orders), value: (row) => row.figures.orders, cell: (row) => num(row.figures.orders), isNumber: true, width: 100, isWideOnly: true },
    { key: 'sales', title: say(words.sales), value: (row) => majorOf(BigInt(row.figures.salesMinor)), cell: (row) => money(row.figures.salesMinor, { whole: true }), isNumber: true, width: 120, isWideOnly: true }
  ]
}

const tones: Readonly<Record<State, string>> = { waiting: 'quiet', usable: 'accent', reserved: 'new', redeemed: 'quiet', expired: 'quiet', voided: 'lost' }

export const StateTag = ({ state, say }: { readonly state: State, readonly say: Words['say'] }) => <span className="ck-tag" data-tone={tones[state]}>{say(stateWords[state])}</span>

export const voucherColumns = ({ say }: Words, { money }: Format, onOpen: (voucher: VoucherShown) => void): readonly Column<VoucherShown>[] => [
  { key: 'customer', title: say(words.customer), value: (row) => row.customerName ?? '', cell: (row) => <Go to={`/customers/${row.customerId}`}>{row.customerName ?? say(words.nameless)}</Go>, isSortable: false },
  { key: 'code', title: say(words.code), value: (row) => row.code, cell: (row) => <button type="button" className="ck-text vo-open vo-code" onClick={() => onOpen(row)}>{row.code}</button>, width: 190, isSortable: false, isWideOnly: true },
  { key: 'state', title: say(words.state), value: (row) => say(stateWords[row.state]), cell: (row) => <button type="button" className="ck-text vo-open" title={say(words.history)} onClick={() => onOpen(row)}><StateTag state={row.state} say={say} /></button>, width: 100, isSortable: false },
  { key: 'left', title: say(words.left), value: (row) => row.leftMinor, cell: (row) => (row.leftMinor === null ? '–' : money(row.leftMinor)), isNumber: true, width: 110, isSortable: false, isWideOnly: true },
  { key: 'to', title: say(words.validTo), value: (row) => row.validTo, cell: (row) => (row.validTo === null ? say(words.ever) : <Day day={row.validTo} />), width: 130, isSortable: false },
  { key: 'issued', title: say(words.issuedAt), value: (row) => row.issuedAt, cell: (row) => <Moment at={row.issuedAt} />, width: 170, isSortable: false, isWideOnly: true }
]
