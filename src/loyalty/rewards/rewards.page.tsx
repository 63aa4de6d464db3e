import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useAddress } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { useNarrow } from '#web/media.ts'
import { Benefits } from './rewards.benefits.tsx'
import { Cards, Offers } from './rewards.cards.tsx'
import { Catalogue } from './rewards.catalogue.tsx'
import { draftOf } from './rewards.drafts.tsx'
import { HandOver } from './rewards.handover.tsx'
import { rewardsPageWords as words } from './rewards.page.words.ts'
import type { Definition, NewDefinition, Overview } from './rewards.schema.ts'
import './rewards.css'

const Editor = lazy(async () => ({ default: (await import('./rewards.editor.tsx')).Editor }))
const tabs = ['catalogue', 'orders', 'cards', 'offers', 'benefits'] as const

/** What the page's parts are given. */
export interface RewardsPart { readonly data: Overview, readonly rewards: readonly Definition[], readonly edit: (definition: NewDefinition) => void, readonly create: (kind: NewDefinition['kind']) => void, readonly mayDefine: boolean }

/** Which rewards bring members back, and what do they cost? */
export function RewardsPage() {
  const { say } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const { values, change } = useAddress()
  const isNarrow = useNarrow()
  const [editing, setEditing] = useState<NewDefinition>()
  const { data, error, refetch } = useQuery({ queryKey: ['rewards', 'overview'], queryFn: ({ signal }) => read('/api/rewards', { signal }) })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  const rewards = data.definitions.filter(({ kind }) => kind === 'reward')
  const mayDefine = mayOpen(rights, 'rewards.define')
  const part: RewardsPart = { data, rewards, mayDefine, edit: setEditing, create: (kind) => setEditing(draftOf(kind, rewards[0]?.definitionId ?? '')) }
  const editor = editing !== undefined && <Suspense><Editor initial={editing} rewards={rewards} onClose={() => setEditing(undefined)} /></Suspense>
  if (data.definitions.length === 0) {
    return <div className="ck-page"><EmptyStart isPage title={say(words.empty)} why={say(words.emptyWhy)}>{mayDefine && <Button type="primary" onClick={() => part.create('reward')}>{say(words.newReward)}</Button>}</EmptyStart>{editor}</div>
  }
  const tab = tabs.find((one) => one === values['tab']) ?? 'catalogue'
  const choose = (next: (typeof tabs)[number]): void => change({ tab: next === 'catalogue' ? undefined : next })
  const options = tabs.map((value) => ({ value, label: value === 'orders' && data.open > 0 ? `${say(words.orders)} ${num(data.open)}` : say(words[value]) }))
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={<Answer data={data} />}>{data.figures.some(({ watched }) => watched > 0) && <p className="ck-soft ck-small">{say(words.proof)}</p>}</Question>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      <div className="ck-bar">
        {isNarrow ? <Select aria-label={say(words.sections)} value={tab} onChange={choose} options={options} style={{ minWidth: 180 }} /> : <Segmented aria-label={say(words.sections)} value={tab} onChange={choose} options={options} />}
      </div>
      {tab === 'catalogue' && <Catalogue {...part} />}
      {tab === 'orders' && <HandOver />}
      {tab === 'cards' && <Cards {...part} />}
      {tab === 'offers' && <Offers {...part} />}
      {tab === 'benefits' && <Benefits {...part} />}
      {editor}
    </div>
  )
}

function Answer({ data: { figures, watchDays } }: { readonly data: Overview }) {
  const { tell } = useWords()
  const { num, percent, money } = useFormat()
  const sum = (of: (one: Overview['figures'][number]) => bigint): bigint => figures.reduce((all, one) => all + of(one), 0n)
  const orders = Number(sum((one) => BigInt(one.orders)))
  if (orders === 0) return <>{tell(words.answerNone, { n: <Mark>{num(figures.length)}</Mark>, n1: figures.length })}</>
  const [watched, back] = [Number(sum((one) => BigInt(one.watched))), Number(sum((one) => BigInt(one.cameBack)))]
  const filled = {
    n: <Mark tone="accent">{num(orders)}</Mark>, n1: orders, points: <Mark>{num(Number(sum((one) => BigInt(one.points))))}</Mark>, cost: <Mark>{money(sum((one) => BigInt(one.valueMinor)), { whole: true })}</Mark>, days: num(watchDays),
    share: <Mark tone="accent">{percent(watched === 0 ? 0 : back / watched)}</Mark>, watched: num(watched)
  }
  return <>{tell(watched === 0 ? words.answerEarly : words.answer, filled)}</>
}
