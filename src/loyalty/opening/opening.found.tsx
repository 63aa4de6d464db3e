import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { openingPageWords as words } from './opening.page.words.ts'
import type { Found, Sum } from './opening.schema.ts'

/** What the check found: to be booked, known already, over; and what was rejected, why. */
export function FoundCard({ id, found }: { readonly id: string, readonly found: Found }) {
  const { say, locale } = useWords()
  const { nameOf } = useCurrencies()
  const { num } = useFormat()
  const text = ({ points, lots, members }: Sum): string => say(words.sum, { points: num(Number(points)), lots: num(lots), members: num(members) })
  return (
    <Card title={say(words.found)} aside={found.rejected > 0 ? <a href={`/api/opening/${id}/rejects`} download>{say(words.download)}</a> : undefined}>
      <Figures>
        <Figure label={say(words.rows)} value={num(found.rows)} />
        <Figure label={say(words.members)} note={`${say(words.newMembers)} ${num(found.newMembers)}`} value={num(found.members)} />
        {found.tiers > 0 && <Figure label={say(words.tiers)} value={num(found.tiers)} />}
        {found.currencies.flatMap((of) => (['fresh', 'known', 'ended'] as const).filter((name) => of[name].lots > 0).map((name) => (
          <Figure key={`${of.currency}${name}`} label={`${nameOf(of.currency)} · ${say(words[name])}`} value={text(of[name])} tone={name === 'fresh' ? 'accent' : 'quiet'} />
        )))}
        {found.rejected > 0 && <Figure label={say(words.rejected)} value={num(found.rejected)} tone="risk" />}
      </Figures>
      {found.rejectedBy.length > 0 && <><h3 className="ck-small">{say(words.reasons)}</h3><ul>{found.rejectedBy.map(({ code, count, sentence }) => <li key={code}><span className="ck-num">{num(count)}</span> · {locale === 'en' ? sentence.en : sentence.zh}</li>)}</ul></>}
    </Card>
  )
}
