import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { tillsPageWords as words } from './tills.page.words.ts'
import type { Quote } from './tills.schema.ts'

/** A line as the clerk rings it up; without a price it waits for one. */
export interface Rung { readonly id: number, readonly product: string, readonly name: string | null, readonly category: string | null, readonly quantity: number, readonly unitMinor: bigint | null }

export const amountProduct = 'AMOUNT'
export const amountOf = ({ quantity, unitMinor }: Rung): bigint => (unitMinor ?? 0n) * BigInt(quantity)

export function BasketLines({ lines, offers, onChange }: { readonly lines: readonly Rung[], readonly offers: Quote['offers'] | undefined, readonly onChange: (lines: readonly Rung[]) => void }) {
  const { say } = useWords()
  const { money } = useFormat()
  if (lines.length === 0) return <p className="ck-soft">{say(words.emptyBasket)}</p>
  return (
    <>
      <ul className="tl-lines">
        {lines.map((line, index) => {
          const label = line.product === amountProduct ? say(words.amountLine) : line.name ?? line.product
          const count = (by: number): void => onChange(lines.map((one) => (one.id === line.id ? { ...one, quantity: Math.max(1, one.quantity + by) } : one)))
          return (
            <li key={line.id}>
              <span className="tl-goods">{label}{line.name !== null && line.product !== amountProduct && <small>{line.product}</small>}{offers?.lines.filter(({ lineNo }) => lineNo === index + 1).map((one) => <small key={one.code} className="tl-off">{say(one.title)} −{money(one.amountMinor)}</small>)}</span>
              <span className="tl-count">
                <button type="button" aria-label={say(words.less, { product: label })} disabled={line.quantity <= 1} onClick={() => count(-1)}>−</button>
                <b>{line.quantity}</b>
                <button type="button" aria-label={say(words.more, { product: label })} onClick={() => count(1)}>+</button>
              </span>
              <b className="tl-amount">{line.unitMinor === null ? <span className="tl-asks">{say(words.askPrice)}</span> : money(amountOf(line))}</b>
              <button type="button" className="tl-gone" aria-label={say(words.remove, { product: label })} onClick={() => onChange(lines.filter(({ id }) => id !== line.id))}>×</button>
            </li>
          )
        })}
      </ul>
      {offers !== undefined && offers.next.length > 0 && <ul className="tl-next" aria-label={say(words.nextStep)}>{offers.next.map((one) => <li key={one.en}>{say(one)}</li>)}</ul>}
    </>
  )
}
