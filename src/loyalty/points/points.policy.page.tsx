import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { Approvals } from './points.approvals.tsx'
import { ClosedMonths } from './points.closed.tsx'
import './points.policy.css'
import { PolicyVersions, scheduledOf } from './points.policy.versions.tsx'
import { policyPageWords as words } from './points.policy.words.ts'
import { Rates } from './points.rates.tsx'
import { headOf, inOrder, toldOf } from './points.terms.words.ts'

const Editor = lazy(async () => ({ default: (await import('./points.policy.editor.tsx')).PolicyEditor }))

/** How long do points live, and what does a return take? */
export function PolicyPage() {
  const { say } = useWords()
  const { moment } = useFormat()
  const mayDefine = mayOpen(useSession().rights, 'points.define')
  const [isEditing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery({ queryKey: ['points', 'policies'], queryFn: ({ signal }) => read('/api/points/policies', { signal }) })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  const held = data?.items.find(({ version }) => version === data.inForce)
  if (data === undefined || held === undefined) return <PageWait />
  // What members spend comes first, and the answer speaks of it.
  const currencies = inOrder(held.parameters)
  const main = currencies[0]?.[1]
  const head = main === undefined ? undefined : headOf(main)
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={main === undefined || head === undefined ? say(words.title) : say(words.answer, { name: say(main.name), life: say(head.life), pending: say(head.pending), refund: say(head.refund) })} />
      <Card title={say(words.rules)} aside={<span className="ck-bar">{say(words.versionOf, { n: held.version })}{mayDefine && <Button onClick={() => setEditing(true)}>{say(words.adjust)}</Button>}</span>}>
        {currencies.map(([currency, rules]) => (
          <section key={currency} className="po-currency"><h3>{say(rules.name)}</h3><ul className="po-lines">{toldOf(rules).map((line) => <li key={line.en}>{say(line)}</li>)}</ul></section>
        ))}
        {scheduledOf(data).map(({ version, validFrom }) => <p key={version} role="status" className="po-keeps">{say(words.scheduledNote, { n: version, at: moment(validFrom) })}</p>)}
        <p className="ck-soft ck-small po-keeps">{say(words.keeps)}</p>
      </Card>
      <PolicyVersions policies={data} mayDefine={mayDefine} />
      <Rates />
      <ClosedMonths />
      <Approvals policy={held.parameters} />
      {isEditing && <Suspense><Editor policies={data} onClose={() => setEditing(false)} /></Suspense>}
    </div>
  )
}
