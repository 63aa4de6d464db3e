import { Go, useAddress } from '#web/address.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useCurrencies } from './points.currency.tsx'
import type { Partner } from './points.partner.schema.ts'
import { useOwed, type Statement } from './points.partners.owed.tsx'
import { inForce, lacking, perHundred } from './points.partners.schema.ts'
import { partnersPageWords as words } from './points.partners.words.ts'

/** Each partner with what is agreed and what is owed; the name leads to its statement. */
export function PartnerTable({ partners, statements, chosen, day: until }: { readonly partners: readonly Partner[], readonly statements: readonly Statement[], readonly chosen: string | undefined, readonly day: string }) {
  const { say } = useWords()
  const { day } = useFormat()
  const { values } = useAddress()
  const { owed, sideOf } = useOwed()
  const closing = new Map(statements.map(({ partnerId, closingMinor }) => [partnerId, closingMinor]))
  const doesOf = ({ issues, accepts }: Partner) => say(issues && accepts ? words.both : issues ? words.issues : words.accepts)
  const balance = (partnerId: string) => {
    const minor = closing.get(partnerId)
    return minor === undefined ? '–' : <span className={sideOf(minor) === 'even' ? 'ck-soft' : 'ck-mark'} {...(sideOf(minor) === 'weOwe' ? { 'data-tone': 'risk' } : {})}>{owed(minor)}</span>
  }
  const columns: readonly Column<Partner>[] = [
    {
      key: 'name', title: say(words.name), value: ({ name }) => name,
      cell: ({ partnerId, name, isActive }) => <span className="po-name"><Go to="/partners" search={{ month: values['month'], partner: partnerId }} {...(partnerId === chosen ? { 'aria-current': 'true', className: 'po-chosen' } : {})}>{name}</Go>{!isActive && <span className="ck-tag" data-tone="quiet">{say(words.inactive)}</span>}</span>
    },
    { key: 'does', title: say(words.does), cell: doesOf, value: doesOf, isWideOnly: true, isSortable: false },
    { key: 'rates', title: say(words.perHundred), cell: (partner) => <Rates partner={partner} />, isWideOnly: true },
    { key: 'closing', title: say(words.closing, { day: day(until) }), cell: ({ partnerId }) => balance(partnerId), value: ({ partnerId }) => Number(closing.get(partnerId) ?? 0), isNumber: true }
  ]
  return <DataTable label={say(words.list)} rows={partners} columns={columns} rowKey={({ partnerId }) => partnerId} />
}

function Rates({ partner }: { readonly partner: Partner }) {
  const { say } = useWords()
  const { money } = useFormat()
  const { nameOf, scaleOf } = useCurrencies()
  const now = new Date()
  const sideName = (side: 'issue' | 'accept') => say(side === 'issue' ? words.issues : words.accepts)
  const held = inForce(partner.rates, now).filter(({ side }) => (side === 'issue' ? partner.issues : partner.accepts))
  return (
    <ul className="ck-wrap">
      {held.map(({ rateId, side, currency, moneyMinor }) => <li key={rateId}>{say(words.rateShort, { side: sideName(side), currency: nameOf(currency), money: money(perHundred(moneyMinor, scaleOf(currency)), { exact: true }) })}</li>)}
      {lacking(partner, now).map((side) => <li key={side} className="po-fault">{say(words.noRateShort, { side: sideName(side) })}</li>)}
    </ul>
  )
}
