import { Button, Popconfirm } from 'antd'
import type { AnswerAt } from '#web/client.ts'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { PolicyDifference } from './points.policy.difference.tsx'
import { policyPageWords as words } from './points.policy.words.ts'
import { useWho } from './points.who.tsx'

export type Policies = AnswerAt<'/api/points/policies'>
type Version = Policies['items'][number]

/** Scheduled is what has yet to begin: after the version in force, and not withdrawn. */
export const scheduledOf = ({ items, inForce }: Policies): readonly Version[] => {
  const now = items.findIndex(({ version }) => version === inForce)
  return items.slice(0, Math.max(0, now)).filter(({ withdrawnAt }) => withdrawnAt === null)
}

/** Every version with its author and what it changed; one that is still to come can be withdrawn. */
export function PolicyVersions({ policies, mayDefine }: { readonly policies: Policies, readonly mayDefine: boolean }) {
  const { say } = useWords()
  const { moment } = useFormat()
  const who = useWho()
  const scheduled = scheduledOf(policies)
  const withdraw = useDeed((version: number, key) => write('post', '/api/points/policies/{version}/withdraw', { path: { version }, key }), { stale: [['points']] })
  const mark = (one: Version): string => one.withdrawnAt !== null ? say(words.withdrawn, { who: who(one.withdrawnBy ?? '') })
    : one.version === policies.inForce ? say(words.inForce) : scheduled.includes(one) ? say(words.scheduled, { at: moment(one.validFrom) }) : say(words.past)
  return (
    <Card title={say(words.versions)}>
      {withdraw.error !== null && <ErrorNote error={withdraw.error} />}
      <ol className="po-list">
        {policies.items.map((one, place) => {
          const before = policies.items.slice(place + 1).find(({ withdrawnAt }) => withdrawnAt === null)
          return (
            <li key={one.version}>
              <div className="ck-bar">
                <strong>{say(words.version, { n: one.version })}</strong>
                <span className="ck-tag" data-tone={one.version === policies.inForce ? 'accent' : 'quiet'}>{mark(one)}</span>
                {mayDefine && scheduled.includes(one) && (
                  <span className="ck-end">
                    <Popconfirm title={say(words.withdrawAsks, { n: one.version })} okText={say(words.withdraw)} cancelText={say(words.no)} onConfirm={() => withdraw.mutate(one.version)}>
                      <Button size="small" loading={withdraw.isPending}>{say(words.withdraw)}</Button>
                    </Popconfirm>
                  </span>
                )}
              </div>
              <span className="ck-soft ck-small">{say(words.by, { who: who(one.author), at: moment(one.at) })}{one.note !== '' && <> · {one.note}</>}</span>
              {before === undefined ? <p className="ck-small">{say(words.first)}</p> : <PolicyDifference before={before.parameters} after={one.parameters} />}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
