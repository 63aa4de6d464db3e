import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { Budgets } from './earning.budgets.tsx'
import { useChecked } from './earning.checked.tsx'
import { useProgrammeDraft } from './earning.draft.tsx'
import { Example, type OrderName } from './earning.example.tsx'
import { History } from './earning.history.tsx'
import { useNames } from './earning.names.tsx'
import { earningPageWords as words } from './earning.page.words.ts'
import { Rules } from './earning.rules.tsx'
import { SaveBar } from './earning.save.tsx'
import type { ProgrammeState } from './earning.schema.ts'
import { Start } from './earning.start.tsx'
import { Terms } from './earning.terms.tsx'
import './earning.css'

/** What do members earn? */
export function EarningPage() {
  const { data, error, refetch } = useQuery({ queryKey: ['earning'], queryFn: ({ signal }) => read('/api/earning', { signal }) })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  return data.versions.every(({ withdrawnAt }) => withdrawnAt !== null) ? <Start newest={data.newest} /> : <Standing state={data} key={data.newest} />
}

function Standing({ state }: { readonly state: ProgrammeState }) {
  const mayDefine = mayOpen(useSession().rights, 'earning.define')
  const { say } = useWords()
  const { moment } = useFormat()
  const latest = state.versions.find(({ withdrawnAt }) => withdrawnAt === null)
  const draft = useProgrammeDraft(latest?.version ?? 0, latest?.programme)
  const names = useNames(draft.value)
  const [order, setOrder] = useState<OrderName>()
  const checked = useChecked(draft.value, order)
  const faults = checked.data?.faults ?? []
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={<Answer state={state} points={draft.isChanged || latest?.version !== state.now ? undefined : checked.data?.example?.totals['points']} />} />
      {state.versions.filter(({ version, withdrawnAt }) => withdrawnAt === null && state.now !== null && version > state.now).map(({ version, validFrom }) => <p key={version} role="status" className="ea-coming">{say(words.coming, { version, from: moment(validFrom) })}</p>)}
      <div className="ck-columns in-wide-left">
        <div className="ea-form">
          <Rules programme={draft.value} names={names} faults={faults} mayDefine={mayDefine} onChange={draft.set} />
          <Example checked={checked} programme={draft.value} names={names} onOrder={setOrder} />
        </div>
        <div className="ea-form">
          <Terms programme={draft.value} names={names} mayDefine={mayDefine} onChange={draft.set} />
          <Budgets programme={draft.value} accounts={state.accounts} names={names} mayDefine={mayDefine} onChange={draft.set} />
          <History state={state} names={names} mayDefine={mayDefine} />
        </div>
      </div>
      {mayDefine && draft.isChanged && latest !== undefined && <SaveBar draft={draft} before={latest} newest={state.newest} faults={faults} names={names} />}
    </div>
  )
}

function Answer({ state, points }: { readonly state: ProgrammeState, readonly points: string | undefined }) {
  const { tell } = useWords()
  const { amount } = useCurrencies()
  const { num, moment } = useFormat()
  const now = state.versions.find(({ version }) => version === state.now)
  const next = state.versions.find(({ withdrawnAt }) => withdrawnAt === null)
  if (now === undefined) return <>{tell(words.waiting, { version: <Mark>{next?.version ?? 0}</Mark>, from: moment(next?.validFrom ?? '') })}</>
  const values = { version: <Mark>{now.version}</Mark>, rules: <Mark>{num(now.programme.rules.length)}</Mark> }
  return <>{points === undefined ? tell(words.answerPlain, values) : tell(words.answer, { ...values, points: <Mark tone="accent">{amount('points', points)}</Mark> })}</>
}
