import { useFormat } from '#web/format.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { predictionPageWords as words } from './prediction.page.words.ts'
import type { Prediction } from './prediction.schema.ts'

/** What the shipped model would have said of the last closed period, beside what came of it. */
export function Past({ data }: { readonly data: Prediction }) {
  const { say } = useWords()
  const { num, money, percent, day } = useFormat()
  const definition = useDefinition(data.stamp)
  const [last] = data.backtest?.money ?? []
  if (last === undefined) return <Card title={say(words.backtest)}><p className="ck-soft">{say(words.noBacktest)}</p></Card>
  const beside = (expected: number, real: number) => <>{num(Math.round(expected))} <span className="ck-soft">/ {num(real)}</span></>
  const error = (minor: string) => { const share = Number(minor) / Math.max(1, Number(last.spendMinor)) - 1; return `${share < 0 ? '−' : '+'}${percent(Math.abs(share), 1)}` }
  const named = { ...definition, window: `${day(last.cut)} – ${day(last.to)}`, n: last.customers }
  return (
    <Card title={say(words.backtest)} aside={`${day(last.cut)} – ${day(last.to)}`}>
      <Figures>
        <Figure label={say(words.buyers)} value={beside(last.expectedBuyers, last.buyers)} definition={named} />
        <Figure label={say(words.purchases)} value={beside(last.expectedPurchases, last.purchases)} definition={named} />
        <Figure label={say(words.spend)} value={<>{money(last.expectedSpendMinor, { whole: true })} <span className="ck-soft">/ {money(last.spendMinor, { whole: true })}</span></>} definition={named} />
        <Figure label={say(words.error)} value={error(last.expectedSpendMinor)} note={`${say(words.naive)} ${error(last.naiveSpendMinor)}`} definition={{ ...named, says: say(words.naiveSays) }} />
        <Figure label={say(words.each)} value={money(last.meanErrorMinor)} note={`${say(words.naive)} ${money(last.naiveMeanErrorMinor)}`} definition={{ ...named, says: say(words.naiveSays) }} />
      </Figures>
    </Card>
  )
}
