import { Button } from 'antd'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useCurrencies } from '../../loyalty/points/points.currency.tsx'
import { liabilityPageWords as words } from './liability.page.words.ts'
import type { LiabilityOf } from './liability.schema.ts'

/** What is in the wallets, place by place. */
export function Owed({ of }: { readonly of: LiabilityOf }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { amount } = useCurrencies()
  const n = (digits: string): string => amount(of.currency, digits)
  return (
    <Card title={say(words.owed)} aside={of.members === null ? undefined : say(words.members, { n: num(of.members) })}>
      <Figures>
        <Figure label={say(words.available)} value={n(of.available)} />
        {(['pending', 'held'] as const).filter((name) => of[name] !== '0').map((name) => <Figure key={name} label={say(words[name])} value={n(of[name])} />)}
        {of.debt !== '0' && <Figure label={say(words.debt)} note={say(words.debtNote)} value={n(of.debt)} tone="risk" />}
        {of.ended !== '0' && <Figure label={say(words.ended)} note={say(words.endedNote)} value={n(of.ended)} tone="quiet" />}
      </Figures>
    </Card>
  )
}

/** The same in money, once somebody has said what a point is worth. */
export function Worth({ of, onPrice }: { readonly of: LiabilityOf, readonly onPrice: (() => void) | undefined }) {
  const { say } = useWords()
  const { money, percent } = useFormat()
  const { amount, spokenOf } = useCurrencies()
  const { money: found, price } = of
  if (!of.spendable) return null
  if (found === null || price === null) {
    return <Card title={say(words.worth)}><p className="ck-soft">{say(words.noPrice)}</p>{onPrice !== undefined && <Button type="primary" onClick={onPrice}>{say(words.setPrice)}</Button>}</Card>
  }
  const whole = (minor: string) => money(minor, { whole: true })
  return (
    <Card title={say(words.worth)} aside={say(words.version, { n: price.version })}>
      <Figures>
        <Figure label={say(words.face)} note={say(words.faceNote, { n: amount(of.currency, '1000'), currency: spokenOf(of.currency), money: money(price.perThousandMinor) })} value={whole(found.faceMinor)} />
        {price.costPermille !== 1000 && <Figure label={say(words.full)} note={say(words.fullNote, { share: percent(price.costPermille / 1000, price.costPermille % 10 === 0 ? 0 : 1) })} value={whole(found.costMinor)} />}
        <Figure label={say(words.booked)} note={say(words.bookedNote, { share: percent(price.usePermille / 1000, price.usePermille % 10 === 0 ? 0 : 1) })} value={whole(found.bookedMinor)} tone="accent" />
        {found.expected !== null && <Figure label={say(words.expected)} note={say(words.expectedNote, { low: whole(found.expected.lowMinor), high: whole(found.expected.highMinor) })} value={whole(found.expected.expectedMinor)} />}
      </Figures>
    </Card>
  )
}
