import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { tillsPageWords as words } from './tills.page.words.ts'
import type { Quote } from './tills.schema.ts'

/** The next number of points up or down from where one is: nothing, then the least, then step by step. */
export function stepped(points: string, by: number, { least, most, step }: Quote['points']): string {
  const [now, low, high, each] = [BigInt(points), BigInt(least), BigInt(most), BigInt(step)]
  if (by > 0) return (now === 0n ? (low <= high ? low : 0n) : now + each > high ? now : now + each).toString()
  return (now - each < low ? 0n : now - each).toString()
}

/** Points to use: by keys (↑ ↓), by buttons, by sliding. */
export function UsePoints({ quote, points, onPoints }: { readonly quote: Quote, readonly points: string, readonly onPoints: (points: string) => void }) {
  const { say } = useWords()
  const { num, money } = useFormat()
  const { most, least, step, stepMinor, because } = quote.points
  if (most === '0') return <p className="ck-soft">{say(because === 'balance' ? words.tooFew : because === 'basket' ? words.smallBasket : because === 'vouchers' ? words.noPointsWithVouchers : words.noPoints, { least: num(Number(least)) })}</p>
  return (
    <div className="tl-points">
      <div className="tl-stepper">
        <button type="button" aria-label={say(words.fewer)} disabled={points === '0'} onClick={() => onPoints(stepped(points, -1, quote.points))}>−</button>
        <output aria-live="polite">{num(Number(points))}</output>
        <button type="button" aria-label={say(words.morePoints)} disabled={points === most} onClick={() => onPoints(stepped(points, 1, quote.points))}>+</button>
        <button type="button" className="tl-all" onClick={() => onPoints(points === most ? '0' : most)}>{say(words.allPoints)}</button>
      </div>
      <input type="range" aria-label={say(words.usePoints)} min={0} max={Number(most)} step={Number(step)} value={Number(points)} onChange={(event) => { const value = Number(event.target.value); onPoints(value < Number(least) ? '0' : String(value)) }} />
      <p className="ck-soft ck-small">{say(words.stepIs, { step: num(Number(step)), money: money(stepMinor), most: num(Number(most)) })} ↑ ↓</p>
    </div>
  )
}

/** What it comes to: the total, what comes off, what is to be paid, what it earns. */
export function Sums({ quote, chosen, onVoucher }: { readonly quote: Quote, readonly chosen: readonly string[], readonly onVoucher: (code: string) => void }) {
  const { say } = useWords()
  const { nameOf, amount: shown } = useCurrencies()
  const { money } = useFormat()
  return (
    <>
      {quote.vouchers.length > 0 && (
        <fieldset className="tl-vouchers">
          <legend>{say(words.vouchers)}</legend>
          {quote.vouchers.map((one) => (
            <label key={one.key} data-no={one.why !== null || undefined}>
              <input type="checkbox" checked={chosen.includes(one.key)} disabled={one.why !== null && !chosen.includes(one.key)} onChange={() => onVoucher(one.key)} />
              <span>{say(one.title)}{one.why !== null && <small>{say(one.why)}</small>}</span>
              <b>{one.amountMinor === '0' ? '' : `−${money(one.amountMinor)}`}</b>
            </label>
          ))}
        </fieldset>
      )}
      <dl className="tl-sums">
        <div><dt>{say(words.total)}</dt><dd>{money(quote.grossMinor)}</dd></div>
        {quote.reductions.map((one) => <div key={`${one.kind} ${one.code}`}><dt>{say(one.title)}</dt><dd>−{money(one.amountMinor)}</dd></div>)}
        <div className="tl-due"><dt>{say(words.due)}</dt><dd>{money(quote.payMinor)}</dd></div>
        {quote.earns.length > 0 && <div className="tl-earns"><dt>{say(words.earns)}</dt><dd>{quote.earns.map(({ currency, amount }) => `+${shown(currency, amount)} ${nameOf(currency)}`).join(' · ')}</dd></div>}
      </dl>
    </>
  )
}
