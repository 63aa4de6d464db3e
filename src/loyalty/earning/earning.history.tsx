import { Button } from 'antd'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useWho } from '../points/points.who.tsx'
import { Difference } from './earning.difference.tsx'
import type { Known } from './earning.names.tsx'
import { earningPageWords as words } from './earning.page.words.ts'
import type { ProgrammeState, Version } from './earning.schema.ts'

/** Every version with its author and what it changed. */
export function History({ state, names, mayDefine }: { readonly state: ProgrammeState, readonly names: Known, readonly mayDefine: boolean }) {
  const { say } = useWords()
  const { moment } = useFormat()
  const who = useWho()
  const withdraw = useDeed((version: number, key) => write('delete', '/api/earning/versions/{version}', { path: { version }, key }), { stale: [['earning']] })
  const standing = state.versions.filter(({ withdrawnAt }) => withdrawnAt === null)
  const mark = ({ version, validFrom, withdrawnAt }: Version): string =>
    withdrawnAt !== null ? say(words.withdrawn) : version === state.now ? say(words.inForce) : version > (state.now ?? 0) ? say(words.scheduled, { from: moment(validFrom) }) : say(words.past)
  return (
    <Card title={say(words.history)}>
      {withdraw.error !== null && <ErrorNote error={withdraw.error} />}
      {state.versions.map((one) => {
        const before = standing.find(({ version }) => version < one.version)
        return (
          <div className="ea-budget" key={one.version}>
            <div className="ck-bar"><strong>{say(words.version, { version: one.version })}</strong> <span className="ck-tag" data-tone={one.version === state.now ? 'accent' : 'quiet'}>{mark(one)}</span>
              {mayDefine && one.withdrawnAt === null && one.version > (state.now ?? 0) && <span className="ck-end"><Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(one.version)}>{say(words.withdraw)}</Button></span>}
            </div>
            <span className="ck-soft ck-small">{say(words.by, { author: who(one.author), at: moment(one.at) })}{one.note !== '' && <> · {one.note}</>}</span>
            {before === undefined ? <p className="ck-small">{say(words.first, { n: one.programme.rules.length })}</p> : <Difference before={before.programme} after={one.programme} names={names} />}
          </div>
        )
      })}
    </Card>
  )
}
