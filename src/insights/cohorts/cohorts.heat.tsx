import { useRef, type KeyboardEvent } from 'react'
import { majorOf } from '#foundation/money.ts'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import { shade } from '../definitions/definitions.shade.tsx'
import { cohortsPageWords as words } from './cohorts.page.words.ts'
import type { Cohort, Cohorts } from './cohorts.schema.ts'

export type Measure = 'on' | 'onOrAfter' | 'revenue'

const sentenceOf = { on: words.cellOn, onOrAfter: words.cellLater, revenue: words.cellMoney } as const
const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** A table first, a heat map by its grounds: the number stands in every cell, arrow keys walk from cell to cell, and each says itself in a sentence. */
export function HeatTable({ data, measure, isCount }: { readonly data: Cohorts, readonly measure: Measure, readonly isCount: boolean }) {
  const { say, locale } = useWords()
  const { num, percent, money } = useFormat()
  const { business } = useSession()
  const table = useRef<HTMLTableElement>(null)
  const period = say(words[data.by])
  const widest = Math.max(1, ...data.cohorts.map((cohort) => cohort.on.length))
  // Of the first period everybody bought: only its money says something.
  const begin = measure === 'revenue' && isCount ? 0 : 1
  const offsets = Array.from({ length: Math.max(0, widest - begin) }, (_, place) => place + begin)
  const brief = new Intl.NumberFormat(locale, { style: 'currency', currency: business.currency, currencyDisplay: 'narrowSymbol', notation: 'compact', maximumSignificantDigits: 3 })
  const amount = (cohort: Cohort, offset: number) => measure === 'revenue' ? majorOf(BigInt(cohort.moneyMinor[offset] ?? '0')) : cohort[measure][offset] ?? 0
  const share = (cohort: Cohort, offset: number) => { const base = measure === 'revenue' ? amount(cohort, 0) : cohort.customers; return base === 0 ? 0 : amount(cohort, offset) / base }
  const text = (cohort: Cohort, offset: number) => isCount ? measure === 'revenue' ? brief.format(amount(cohort, offset)) : num(amount(cohort, offset)) : percent(share(cohort, offset))
  // Later cells are small beside the first: they are shaded against the largest of themselves.
  const most = Math.max(0.01, ...data.cohorts.flatMap((cohort) => cohort.on.slice(1).map((_, place) => share(cohort, place + 1))))
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key]
    const cell = event.target
    if (step === undefined || !(cell instanceof HTMLElement) || cell.dataset['cell'] === undefined) return
    const [row = 0, column = 0] = cell.dataset['cell'].split('-').map(Number)
    const next = table.current?.querySelector<HTMLElement>(`[data-cell="${String(row + step[0])}-${String(column + step[1])}"]`)
    if (!next) return
    event.preventDefault()
    cell.setAttribute('tabindex', '-1')
    next.setAttribute('tabindex', '0')
    next.focus()
  }
  return (
    <div className="in-scroll in-heat-box">
      <table className="in-heat" ref={table} onKeyDown={walk}>
        <caption className="ck-hidden">{say(words.table)}: {say(words[measure])}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.cohort)}</th><th scope="col" className="ck-end">{say(words.customers)}</th>
            {offsets.map((offset) => <th key={offset} scope="col" title={say(words.offsetLong, { n: offset, period })}>{offset}</th>)}
          </tr>
        </thead>
        <tbody>
          {data.cohorts.map((cohort, row) => (
            <tr key={cohort.period}>
              <th scope="row">{cohort.period}</th><td className="ck-end">{num(cohort.customers)}</td>
              {offsets.filter((offset) => offset < cohort.on.length).map((offset) => {
                const isOpen = data.lastPeriodOpen && offset === cohort.on.length - 1
                const sentence = say(sentenceOf[measure], { cohort: cohort.period, customers: num(cohort.customers), n: offset, period, count: measure === 'revenue' ? money(cohort.moneyMinor[offset] ?? '0', { whole: true }) : num(amount(cohort, offset)), share: percent(share(cohort, offset), 1) })
                const whole = isOpen ? `${sentence} · ${say(words.open)}` : sentence
                return (
                  <td
                    key={offset} data-cell={`${String(row)}-${String(offset)}`} tabIndex={row === 0 && offset === begin ? 0 : -1} aria-label={whole} title={whole} className={isOpen ? 'in-open' : undefined}
                    style={offset === 0 ? undefined : { background: shade(share(cohort, offset) / most) }}
                  >{text(cohort, offset)}</td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {measure !== 'revenue' && (
          <tfoot>
            <tr>
              <th scope="row">{say(words.average)}</th><td />
              {offsets.map((offset) => { const point = data.average.find((one) => one.offset === offset); return <td key={offset}>{point === undefined ? '' : percent(point[measure])}</td> })}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
