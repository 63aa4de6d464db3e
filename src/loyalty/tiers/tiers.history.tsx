import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import type { AnswerAt } from '#web/client.ts'
import { write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { DataTable } from '#web/table.tsx'
import { tierCardWords as words } from './tiers.page.words.ts'
import { reasonWords } from './tiers.words.ts'

type Member = AnswerAt<'/api/tiers/member'>

/** Every spell with its reason and the version of the ladder, and what was given by hand. */
export function TierHistory({ member, customerId, onClose }: { readonly member: Member, readonly customerId: string, readonly onClose: () => void }) {
  const { say } = useWords()
  const { day } = useFormat()
  const client = useQueryClient()
  const mayWrite = mayOpen(useSession().rights, 'tiers.write')
  const withdraw = useMutation({
    mutationFn: (grantId: string) => write('post', '/api/tiers/grants/{grantId}/withdraw', { path: { grantId }, body: { customerId } }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => ['tiers', 'events', 'record'].includes(String(queryKey[0])) })
  })
  return (
    <Drawer open onClose={onClose} size="large" title={say(words.history)}>
      {withdraw.error !== null && <ErrorNote error={withdraw.error} />}
      {member.grants.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ grantId, note, until }) => (
        <p key={grantId} className="ck-bar">
          {say(words.granted, { note })} <span className="ck-soft">{until === null ? say(words.life) : say(words.until, { day: day(until) })}</span>
          {mayWrite && <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(grantId)}>{say(words.takeBack)}</Button>}
        </p>
      ))}
      <DataTable
        label={say(words.history)} rows={member.spells} rowKey={({ begins, tier }) => `${begins} ${tier}`}
        columns={[
          { key: 'when', title: say(words.when), cell: ({ begins }) => <Moment at={begins} />, value: ({ begins }) => begins, width: 160, isSortable: false },
          { key: 'what', title: say(words.what), cell: ({ name, until }) => <>{say(name)}{until !== null && <span className="ck-soft ck-small"> {say(words.until, { day: day(until) })}</span>}</>, value: ({ name }) => say(name), isSortable: false },
          { key: 'why', title: say(words.why), cell: ({ reason }) => <span className="ck-wrap">{say(reasonWords[reason])}</span>, value: ({ reason }) => say(reasonWords[reason]), isSortable: false },
          { key: 'version', title: say(words.version), cell: ({ policyVersion }) => say(words.versionOf, { n: policyVersion }), value: ({ policyVersion }) => policyVersion, width: 90, isWideOnly: true, isSortable: false }
        ]}
      />
    </Drawer>
  )
}
