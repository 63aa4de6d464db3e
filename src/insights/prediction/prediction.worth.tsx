import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { ModelNote } from '../definitions/models.note.tsx'
import { predictionPageWords as words } from './prediction.page.words.ts'
import type { Prediction } from './prediction.schema.ts'

/** What the value of a day long past was worth since, and how often its interval held. */
export function Worth({ data }: { readonly data: Prediction }) {
  const { say } = useWords()
  const { num, money, percent, day } = useFormat()
  const definition = useDefinition(data.stamp)
  const worth = data.backtest?.worth
  if (worth === undefined) return <Card title={say(words.worth)}><p className="ck-soft">{say(words.worthNone, { least: num(2 * data.horizonDays) })}</p><ModelNote name="lifetime_value" /></Card>
  const [from, to, days] = [day(worth.cut), day(worth.to), num(worth.days)]
  const named = { ...definition, window: `${from} – ${to}`, n: worth.customers }
  const error = Number(worth.expectedMinor) / Math.max(1, Number(worth.spentMinor)) - 1
  return (
    <Card title={say(words.worth)} aside={say(words.worthAside, { from, to, days })}>
      <Figures>
        <Figure label={say(words.worthSum)} value={<>{money(worth.expectedMinor, { whole: true })} <span className="ck-soft">/ {money(worth.spentMinor, { whole: true })}</span></>} definition={{ ...named, says: say(words.worthSumSays, { from, days }) }} />
        <Figure label={say(words.error)} value={`${error < 0 ? '−' : '+'}${percent(Math.abs(error), 1)}`} definition={{ ...named, says: say(words.worthSumSays, { from, days }) }} />
        <Figure label={say(words.each)} value={money(worth.meanErrorMinor)} definition={named} />
        <Figure label={say(words.worthCovered)} value={percent(worth.coverage, 1)} definition={{ ...named, says: say(words.worthCoveredSays) }} />
      </Figures>
      <p className="ck-soft ck-small">{say(words.worthHow, { days, value: num(data.valueDays) })} <ModelNote name="lifetime_value" /></p>
    </Card>
  )
}
