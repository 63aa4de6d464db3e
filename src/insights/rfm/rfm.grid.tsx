import { majorOf } from '#foundation/money.ts'
import { Go, useAddress } from '#web/address.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import { shade } from '../definitions/definitions.shade.tsx'
import { rfmPageWords as words } from './rfm.page.words.ts'
import type { Rfm } from './rfm.schema.ts'

const down = [5, 4, 3, 2, 1] as const
const across = [1, 2, 3, 4, 5] as const

/** The 25 cells as a table that a screen reader reads row by row; each cell leads to its customers. Depth of colour repeats the number, so it survives greyscale. */
export function RfmGrid({ data }: { readonly data: Rfm }) {
  const { say, locale } = useWords()
  const { num, money } = useFormat()
  const { values } = useAddress()
  const { business } = useSession()
  const cells = new Map(data.cells.map((cell) => [`${cell.r}${cell.f}`, cell]))
  const most = Math.max(1, ...data.cells.map((cell) => cell.customers))
  const brief = new Intl.NumberFormat(locale, { style: 'currency', currency: business.currency, currencyDisplay: 'narrowSymbol', notation: 'compact', maximumSignificantDigits: 3 })
  return (
    <div className="in-scroll">
      <table className="in-grid">
        <caption className="ck-hidden">{say(words.grid)}</caption>
        <thead>
          <tr><td /><th scope="colgroup" colSpan={5}>{say(words.frequency)}: {say(words.seldom)} → {say(words.often)}</th></tr>
          <tr><th scope="col"><span className="ck-hidden">{say(words.recency)}</span>R \ F</th>{across.map((f) => <th key={f} scope="col">{f}</th>)}</tr>
        </thead>
        <tbody>
          {down.map((r) => (
            <tr key={r}>
              <th scope="row">{r}{r === 5 && <small>{say(words.recent)}</small>}{r === 1 && <small>{say(words.longAgo)}</small>}</th>
              {across.map((f) => {
                const cell = cells.get(`${r}${f}`)
                const isChosen = values['r'] === String(r) && values['f'] === String(f)
                if (cell === undefined || cell.customers === 0) return <td key={f} className="in-cell in-cell-empty" aria-label={say(words.cellEmpty, { r, f })}>·</td>
                return (
                  <td key={f} className="in-cell" data-chosen={isChosen || undefined} style={{ background: shade(Math.sqrt(cell.customers / most)) }}>
                    <Go
                      to="/rfm" search={{ ...values, segment: undefined, r: String(r), f: String(f) }}
                      title={say(words.cell, { r, f, customers: num(cell.customers), money: money(cell.moneyMinor, { whole: true }), m: num(cell.averageMonetaryScore, 1) })}
                    >
                      <b>{num(cell.customers)}</b><span>{brief.format(majorOf(BigInt(cell.moneyMinor)))}</span>
                    </Go>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
