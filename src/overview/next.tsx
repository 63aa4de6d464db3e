import { useQuery } from '@tanstack/react-query'
import { useAsOf } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { Figure } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { overviewWords } from './overview.words.ts'

/** What the next four weeks will sell, with its interval, and the way to the forecast; nothing where there is none yet. */
export function NextWeeks() {
  const { say } = useWords()
  const { money, percent } = useFormat()
  const asOf = useAsOf()
  const { rights } = useSession()
  const { data } = useQuery({
    queryKey: ['forecast', { asOf }], queryFn: ({ signal }) => read('/api/forecast', { query: asOf === undefined ? {} : { asOf }, signal }), enabled: mayOpen(rights, 'forecast.read'),
    refetchInterval: ({ state: { data: found } }) => (found?.state === 'fitting' ? 3_000 : false)
  })
  if (data === undefined || data.headline === null || data.run === null) return null
  const { next, last } = data.headline
  const whole = (minor: string) => money(minor, { whole: true })
  return (
    <Figure
      label={say(overviewWords.nextWeeks)} value={whole(next.moneyMinor)} to="/forecast"
      note={say(overviewWords.nextWeeksNote, { low: whole(next.lowMinor), high: whole(next.highMinor), level: percent(data.run.level), last: whole(last.moneyMinor) })}
    />
  )
}
