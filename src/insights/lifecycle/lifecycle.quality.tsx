import type { DefinitionRef } from '#web/figure.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import { lifecyclePageWords, qualityWords as words, stateWords } from './lifecycle.page.words.ts'
import type { Lifecycle } from './lifecycle.schema.ts'

interface Rate { readonly of: number, readonly rate: number, readonly low: number, readonly high: number }

/** What the definition costs: how often it is wrong, and the rates that it yields. What cannot be known yet says why. */
export function Quality({ data }: { readonly data: Lifecycle }) {
  const { say } = useWords()
  const { percent, money, day, num } = useFormat()
  const definition = useDefinition(data.stamp)
  const ends = ({ low, high }: Rate) => ({ low: percent(low, 1), high: percent(high, 1) })
  const marked = (rate: Rate, window: string): DefinitionRef => ({ ...definition, n: rate.of, window, interval: [percent(rate.low, 1), percent(rate.high, 1)] })
  const { quality, churn, retention, moneyAtRisk, leastObserved } = data
  const asked = Number(data.stamp.definition.parameters['leastObserved'] ?? 30)
  const basis = moneyAtRisk.basis === 'margin' ? say(lifecyclePageWords.basisMargin)
    : moneyAtRisk.basis === 'mixed' ? say(lifecyclePageWords.basisMixed, { margin: num(moneyAtRisk.onMargin), revenue: num(moneyAtRisk.onRevenue) }) : say(lifecyclePageWords.basisRevenue)
  const missing = <span className="ck-soft">{say(words.missing)}</span>
  return (
    <Card title={say(words.title)}>
      <Figures>
        {quality === null
          ? <Figure label={say(words.falseLapse, { days: data.returnDays })} value={missing} note={say(words.missingQuality, { days: data.returnDays })} />
          : (
            <>
              <Figure
                label={say(words.falseLapse, { days: quality.returnDays })} value={percent(quality.falseLapse.rate)} definition={marked(quality.falseLapse, `${day(quality.asOf)} + ${String(quality.returnDays)}`)}
                note={say(words.falseLapseNote, { ...ends(quality.falseLapse), of: num(quality.falseLapse.of), day: day(quality.asOf) })}
              />
              <Figure label={say(words.laterMoney)} value={percent(quality.laterMoneyShare, 1)} note={say(words.laterMoneyNote, { money: money(quality.laterMoneyMinor, { whole: true }) })} />
            </>
          )}
        {churn === null
          ? <Figure label={say(words.lapse)} value={missing} note={say(words.missingChurn)} />
          : (
            <>
              <Figure
                label={say(words.lapse)} value={percent(churn.lapse.rate, 1)} tone="lost" note={say(words.period, { from: day(churn.from), to: day(churn.to), ...ends(churn.lapse) })}
                definition={{ ...marked(churn.lapse, `${day(churn.from)} – ${day(churn.to)}`), says: say(words.lapseSays) }}
              />
              <Figure label={say(words.simple)} value={percent(churn.simple.rate, 1)} note={say(words.simpleNote, { of: num(churn.simple.of) })} definition={marked(churn.simple, `${day(churn.previousFrom)} – ${day(churn.to)}`)} />
            </>
          )}
        {retention !== null && (
          <>
            <Figure label={say(words.repeat)} value={percent(retention.repeat.rate, 1)} definition={marked(retention.repeat, `${day(retention.previousFrom)} – ${day(retention.to)}`)} />
            {retention.revenueRetention !== null && <Figure label={say(words.revenueRetention)} value={percent(retention.revenueRetention, 1)} note={say(words.revenueRetentionNote)} />}
          </>
        )}
        <Figure
          label={say(words.moneyAtRisk, { days: moneyAtRisk.returnDays })} value={money(moneyAtRisk.moneyMinor, { whole: true })} tone="risk" note={basis}
          definition={{ ...definition, n: moneyAtRisk.customers, says: say(words.moneyAtRiskSays) }} to="/lifecycle" search={{ state: 'at_risk' }}
        />
        {leastObserved !== null && <Figure label={say(words.least)} value={num(leastObserved)} note={say(leastObserved >= asked ? words.enough : words.tooFew, { least: asked })} />}
      </Figures>
      {quality !== null && quality.returned.length > 0 && (
        <p className="ck-soft ck-small">{say(words.returned, { days: quality.returnDays })}{': '}{quality.returned.map(({ state, back }) => `${say(stateWords[state])} ${percent(back.rate)}`).join(' · ')}</p>
      )}
      {data.notes.map((note) => <p key={note.en} className="ck-soft ck-small">{say(note)}</p>)}
    </Card>
  )
}
