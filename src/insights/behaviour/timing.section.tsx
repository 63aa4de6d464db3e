import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Chart } from '#web/chart.tsx'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Palette } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { useDefinition } from '../definitions/definitions.mark.tsx'
import type { SectionProps } from './frequency.section.tsx'
import type { Timing } from './timing.schema.ts'
import { timingWords as words } from './timing.words.ts'

const quarters = [0.25, 0.5, 0.75] as const

/** How long they take to decide, as far as the log knows. */
export function TimingSection({ scope }: SectionProps) {
  const { say } = useWords()
  const { num } = useFormat()
  const { data, error, refetch, isFetching } = useQuery({ queryKey: ['behaviour', 'timing', scope], queryFn: ({ signal }) => read('/api/behaviour/timing', { query: scope, signal }), placeholderData: keepPreviousData })
  return (
    <div className="in-stack" aria-busy={isFetching}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /><span /></div>}
      {data !== undefined && (
        <>
          <Card title={say(words.contact)} aside={data.contact.missing === null && say(words.contactAside, { contacts: num(data.contact.contacts), orders: num(data.contact.orders), days: num(data.contact.withinDays) })}>
            {data.contact.missing !== null ? <p className="ck-soft">{say(data.contact.missing)}</p> : <Contact data={data} />}
          </Card>
          <div className="ck-columns">
            <Wait title={say(words.second)} wait={data.second} data={data} />
            <Wait title={say(words.registration)} wait={data.registration} data={data} isRegistration />
          </div>
        </>
      )}
    </div>
  )
}

function Contact({ data }: { readonly data: Timing }) {
  const { say } = useWords()
  const { percent, num } = useFormat()
  const definition = useDefinition(data.stamp)
  return (
    <Figures>
      {quarters.map((share, place) => {
        const found = data.contact.quartiles[place]
        return <Figure key={share} label={say(words.quartile, { share: percent(share) })} value={typeof found === 'number' ? `${num(found, 1)} ${say(words.days)}` : '—'} definition={{ ...definition, n: data.contact.orders }} />
      })}
    </Figures>
  )
}

function Wait({ title, wait, data, isRegistration = false }: { readonly title: string, readonly wait: Timing['second'], readonly data: Timing, readonly isRegistration?: boolean }) {
  const { say } = useWords()
  const { num, percent, days } = useFormat()
  const definition = useDefinition(data.stamp)
  const { curve, horizonDays } = wait
  const option = useCallback((palette: Palette) => ({
    tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? percent(value / 100, 1) : '') },
    xAxis: { type: 'value', min: 0, max: horizonDays, name: say(words.days), nameLocation: 'middle', nameGap: 26 },
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value}%' }, axisLine: { show: false } },
    series: [{ type: 'line', step: 'end', name: say(words.share), color: palette.accent, data: curve.map((share, day) => [day, Math.round(share * 1000) / 10]), areaStyle: { opacity: 0.08 } }]
  }), [curve, horizonDays, say, percent])
  const shown = (day: number | null | undefined) => typeof day === 'number' ? days(day) : say(words.beyond, { days: num(horizonDays) })
  const half = wait.quartiles[1]
  return (
    <Card title={title} aside={say(words.waitAside, { people: num(wait.people), ended: num(wait.ended), open: num(wait.open) })}>
      {wait.missing !== null ? <p className="ck-soft">{say(wait.missing)}</p> : (
        <>
          <Chart
            title={title} height={220} option={option} summary={say(words.summary, { median: typeof half === 'number' ? say(words.within, { days: days(half) }) : shown(half) })}
            table={{ header: [say(words.days), say(words.share)], rows: curve.map((share, day) => [day, share]) }}
          />
          <Figures>{quarters.map((share, place) => <Figure key={share} label={say(words.quartile, { share: percent(share) })} value={shown(wait.quartiles[place])} definition={{ ...definition, n: wait.people }} />)}</Figures>
          {isRegistration && <p className="ck-soft ck-small in-card-foot">{say(words.atOnce, { n: num(wait.atOnce), before: num(wait.before) })}</p>}
        </>
      )}
    </Card>
  )
}
