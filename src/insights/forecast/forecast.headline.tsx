import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Mark } from '#web/question.tsx'
import { forecastPageWords as words } from './forecast.page.words.ts'
import type { Forecast } from './forecast.schema.ts'

const steps = { day: words.dayN, week: words.weekN, month: words.monthN } as const

/** The name of what is shown: the whole, or one store or category. */
export function useShownName(data: Pick<Forecast, 'part' | 'partNames'>): string {
  const { say } = useWords()
  const found = data.partNames.find((one) => one.part === data.part)
  return say(found?.name ?? words.everything)
}

/** A change against before, in words: a sign alone is easily overlooked. */
export function useChange(): (now: string, before: string) => string {
  const { say } = useWords()
  const { percent } = useFormat()
  return (now, before) => {
    const share = BigInt(before) <= 0n ? 0 : Number(BigInt(now) - BigInt(before)) / Number(BigInt(before))
    return Math.abs(share) < 0.005 ? say(words.equal) : say(share > 0 ? words.more : words.less, { share: percent(Math.abs(share)) })
  }
}

/** What will be sold, how sure that is, and against what just was and what was a year ago. */
export function ForecastAnswer({ data }: { readonly data: Forecast }) {
  const { say, tell } = useWords()
  const { money, percent } = useFormat()
  const name = useShownName(data)
  const changeOf = useChange()
  if (data.state === 'gated') return <>{say(words.gated)}</>
  if (data.state === 'failed') return <>{say(words.failed)}</>
  if (data.headline === null || data.run === null) return <>{say(words.waiting)}</>
  const { next, last, yearBefore } = data.headline
  const whole = (minor: string) => money(minor, { whole: true })
  return (
    <>
      {tell(words.answer, {
        part: name, steps: say(steps[data.grain], { n: data.headline.steps }), next: <Mark tone="accent">{whole(next.moneyMinor)}</Mark>, low: <Mark>{whole(next.lowMinor)}</Mark>, high: <Mark>{whole(next.highMinor)}</Mark>,
        level: percent(data.run.level), change: <Mark>{changeOf(next.moneyMinor, last.moneyMinor)}</Mark>, last: whole(last.moneyMinor)
      })}
      {yearBefore !== null && <>{tell(words.answerYear, { money: <Mark>{whole(yearBefore.moneyMinor)}</Mark>, change: changeOf(next.moneyMinor, yearBefore.moneyMinor) })}</>}
    </>
  )
}
