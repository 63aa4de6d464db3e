import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo } from 'react'
import { BusinessFields, type BusinessChoice } from '#web/arrival.business.tsx'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { useDraft } from '#web/draft.ts'
import { Fault } from '#web/door.tsx'
import { ConflictNote, ErrorNote, isConflict } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { Problem } from '#web/api.ts'
import { businessPageWords as words } from './business.page.words.ts'
import type { Business } from './business.schema.ts'
import { HolidaysCard } from './business.holidays.tsx'
import { StoresCard } from './business.stores.tsx'

const businessQuery = { queryKey: ['business'], queryFn: ({ signal }: { signal: AbortSignal }) => read('/api/business', { signal }) }

/** Whose business it is. */
export function BusinessPage() {
  const { say, tell } = useWords()
  const { data, error, refetch } = useQuery(businessQuery)
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={data === undefined ? say(words.waiting) : tell(words.answer, { name: <Mark>{data.name}</Mark>, zone: <Mark>{data.zone}</Mark>, currency: <Mark>{data.currency}</Mark> })} />
      {data !== undefined && <div className="ck-columns"><BusinessForm key={data.version} business={data} /><StoresCard /></div>}
      {data !== undefined && <HolidaysCard key={data.country} />}
    </div>
  )
}

const isChoice = (found: unknown): found is BusinessChoice => typeof found === 'object' && found !== null && ['name', 'zone', 'currency', 'country'].every((name) => name in found)

function BusinessForm({ business }: { readonly business: Business }) {
  const { say } = useWords()
  const { rights } = useSession()
  const client = useQueryClient()
  const initial = useMemo((): BusinessChoice => ({ name: business.name, zone: business.zone, currency: business.currency, country: business.country }), [business])
  const { value, set, clear, wasKept } = useDraft('business', initial, isChoice)
  const isChanged = JSON.stringify(value) !== JSON.stringify(initial)
  const save = useDeed((_: undefined, key) => write('put', '/api/business', { body: { ...value, version: business.version }, key }), { stale: [['business'], ['access', 'me']], done: clear })
  const isStale = isConflict(save.error) && save.error instanceof Problem && save.error.code === 'business.changed_meanwhile'
  if (!mayOpen(rights, 'business.write')) return <Card title={say(words.form)} aside={say(words.readOnly)}><Figures><Figure label={business.name} value={business.currency} note={business.zone} /></Figures></Card>
  return (
    <Card title={say(words.form)}>
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(undefined) }}>
        {wasKept && isChanged && <p className="ck-soft">{say(words.kept)} <button type="button" className="ck-text" onClick={clear}>{say(words.startOver)}</button></p>}
        <BusinessFields value={value} onChange={set} isFixed={business.settled} />
        {business.settled && <p className="ck-soft ck-small">{say(words.fixed)}</p>}
        {isStale ? <ConflictNote onLoad={() => { void client.invalidateQueries({ queryKey: ['business'] }) }} /> : <Fault error={save.error} />}
        <div className="ck-bar ck-card-foot"><Button type="primary" htmlType="submit" disabled={!isChanged} loading={save.isPending}>{say(words.save)}</Button><span role="status">{save.isSuccess && !isChanged ? say(words.saved) : ''}</span></div>
      </form>
    </Card>
  )
}
