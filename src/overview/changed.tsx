import { Figure, Figures, FiguresWait, type DefinitionRef } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { PointsDue } from './due.tsx'
import { NextWeeks } from './next.tsx'
import type { Lifecycle } from '../insights/lifecycle/lifecycle.schema.ts'
import { overviewWords } from './overview.words.ts'
import { Predicted } from './predicted.tsx'

interface ChangedProps { readonly now: Lifecycle | undefined, readonly before: Lifecycle | undefined, readonly day: string | undefined }

/** The few figures that say whether it is getting better, each beside what it was a month ago, with its interval where it has one. */
export function Changed({ now, before, day }: ChangedProps) {
  const { say } = useWords()
  const { num, percent, money, day: dayOf } = useFormat()
  if (now === undefined) return <Card title={say(overviewWords.changed)}><FiguresWait rows={4} /></Card>
  const definition = (says: string, window?: string): DefinitionRef => ({
    id: now.stamp.definition.id, version: now.stamp.definition.version, name: say(overviewWords.lifecycle), says, ...(window === undefined ? {} : { window })
  })
  const range = (from: string, to: string) => say(overviewWords.to, { from: dayOf(from), until: dayOf(to) })
  const rateNote = (rate: { readonly low: number, readonly high: number, readonly of: number }, old: { readonly rate: number } | undefined) =>
    `${say(overviewWords.interval, { low: percent(rate.low, 1), high: percent(rate.high, 1), n: num(rate.of) })}${old === undefined ? '' : ` · ${say(overviewWords.before, { value: percent(old.rate, 1) })}`}`
  const note = (value: string | undefined) => value === undefined ? undefined : say(overviewWords.before, { value })
  return (
    <Card title={say(overviewWords.changed)} aside={day === undefined ? undefined : say(overviewWords.since, { day: dayOf(day) })}>
      {day === undefined && <p className="ck-soft ck-small">{say(overviewWords.noMonth)}</p>}
      <Figures>
        <Figure label={say(overviewWords.worth)} value={money(now.moneyAtRisk.moneyMinor, { whole: true })} note={note(before && money(before.moneyAtRisk.moneyMinor, { whole: true }))} />
        <Predicted />
        {now.churn && <Figure label={say(overviewWords.lapseRate)} value={percent(now.churn.lapse.rate, 1)} note={rateNote(now.churn.lapse, before?.churn?.lapse)} definition={definition(say(overviewWords.lapseRateSays), range(now.churn.from, now.churn.to))} />}
        {now.retention && <Figure label={say(overviewWords.repeatRate)} value={percent(now.retention.repeat.rate, 1)} note={rateNote(now.retention.repeat, before?.retention?.repeat)} definition={definition(say(overviewWords.repeatSays), range(now.retention.from, now.retention.to))} />}
        <Figure label={say(overviewWords.customersAll)} value={num(now.stamp.n)} note={note(before && num(before.stamp.n))} />
        <NextWeeks />
        <PointsDue />
      </Figures>
    </Card>
  )
}
