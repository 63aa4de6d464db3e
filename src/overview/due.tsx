import { useQuery } from '@tanstack/react-query'
import { useAsOf } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { Figure } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { overviewWords } from './overview.words.ts'

/** What is owed in points and what of it ends within thirty days; nothing where nobody has points. */
export function PointsDue() {
  const { say } = useWords()
  const { num, money } = useFormat()
  const asOf = useAsOf()
  const { rights } = useSession()
  const { data } = useQuery({
    queryKey: ['liability', { asOf, by: 'effective' }], queryFn: ({ signal }) => read('/api/liability', { query: asOf === undefined ? {} : { asOf }, signal }), enabled: mayOpen(rights, 'liability.read')
  })
  const points = data?.currencies.find(({ spendable, outstanding }) => spendable && outstanding !== '0')
  if (points === undefined) return null
  const values = { points: num(Number(points.outstanding)) }
  return (
    <Figure
      label={say(overviewWords.pointsDue)} value={num(Number(points.next30))} to="/liability"
      note={points.money === null ? say(overviewWords.pointsOwed, values) : say(overviewWords.pointsWorth, { ...values, money: money(points.money.faceMinor, { whole: true }) })}
    />
  )
}
