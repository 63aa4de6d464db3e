import { Button, Popconfirm } from 'antd'
import { useMemo, useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { InviteForm } from './access.invite.tsx'
import { accessPageWords as words, roleWords } from './access.page.words.ts'
import { RoleChoice } from './access.role.tsx'
import type { Invitation, Role, User } from './access.schema.ts'
import { ShownOnce } from './access.shown.tsx'

const stale = [['access', 'users']]

export function PeopleCard({ users, isPending, mayWrite }: { readonly users: readonly User[], readonly isPending: boolean, readonly mayWrite: boolean }) {
  const { say } = useWords()
  const [isInviting, setInviting] = useState(false)
  const [reset, setReset] = useState<{ readonly name: string, readonly url: string }>()
  const change = useDeed(({ id, ...body }: { id: string, role?: Role, disabled?: boolean }, key) => write('patch', '/api/access/users/{id}', { path: { id }, body, key }), { stale })
  const makeReset = useDeed(async (user: User, key) => ({ user, link: await write('post', '/api/access/users/{id}/reset', { path: { id: user.id }, key }) }), {
    done: ({ user, link }) => { if (link.url !== null) setReset({ name: user.name, url: link.url }) }
  })
  const columns = useColumns(mayWrite, change.mutate, makeReset.mutate)
  const fault = change.error ?? makeReset.error
  return (
    <Card title={say(words.people)}>
      <div className="ck-bar">
        {mayWrite && <Button type="primary" onClick={() => setInviting(true)}>{say(words.invite)}</Button>}
        <span className="ck-end"><ExportMenu sheet={() => sheetOf(say(words.people), columns, users)} /></span>
      </div>
      {fault !== null && <ErrorNote error={fault} />}
      <DataTable label={say(words.people)} rows={users} columns={columns} rowKey={(user) => user.id} isPending={isPending} />
      {isInviting && <InviteForm onClose={() => setInviting(false)} />}
      {reset !== undefined && <ShownOnce title={say(words.linkReady)} what={say(words.linkReset, { name: reset.name })} secret={reset.url} onClose={() => setReset(undefined)} />}
    </Card>
  )
}

function useColumns(mayWrite: boolean, change: (change: { id: string, role?: Role, disabled?: boolean }) => void, reset: (user: User) => void): readonly Column<User>[] {
  const { say } = useWords()
  const { moment } = useFormat()
  return useMemo(() => [
    { key: 'name', title: say(words.name), cell: (user) => user.isMe ? `${user.name} ${say(words.me)}` : user.name, value: (user) => user.name },
    { key: 'email', title: say(words.email), cell: (user) => user.email, value: (user) => user.email, isWideOnly: true },
    {
      key: 'role', title: say(words.role), value: (user) => say(roleWords[user.role].name), width: 150,
      cell: (user) => mayWrite ? <RoleChoice label={say(words.roleOf, { name: user.name })} value={user.role} onChange={(role) => change({ id: user.id, role })} /> : say(roleWords[user.role].name)
    },
    { key: 'state', title: say(words.state), cell: (user) => <span className="ck-tag" data-tone={user.disabled ? 'lost' : 'accent'}>{say(user.disabled ? words.disabled : words.active)}</span>, value: (user) => say(user.disabled ? words.disabled : words.active), isWideOnly: true, width: 100 },
    { key: 'seen', title: say(words.seen), cell: (user) => user.seenAt === null ? say(words.never) : <Moment at={user.seenAt} />, value: (user) => user.seenAt === null ? null : moment(user.seenAt), isWideOnly: true, width: 170 },
    ...(mayWrite ? [{
      key: 'actions', title: say(words.actions), width: 190,
      cell: (user: User) => user.isMe ? null : user.disabled
        ? <Button size="small" onClick={() => change({ id: user.id, disabled: false })}>{say(words.enable)}</Button>
        : <span className="ck-bar">
            <Button size="small" onClick={() => reset(user)}>{say(words.reset)}</Button>
            <Popconfirm title={say(words.disableWhat, { name: user.name })} okText={say(words.disable)} onConfirm={() => change({ id: user.id, disabled: true })}><Button size="small">{say(words.disable)}</Button></Popconfirm>
          </span>
    }] : [])
  ], [say, moment, mayWrite, change, reset])
}

export function InvitationsCard({ invitations, mayWrite }: { readonly invitations: readonly Invitation[], readonly mayWrite: boolean }) {
  const { say } = useWords()
  const withdraw = useDeed((id: string, key) => write('delete', '/api/access/invitations/{id}', { path: { id }, key }), { stale })
  if (invitations.length === 0) return null
  const columns: readonly Column<Invitation>[] = [
    { key: 'email', title: say(words.email), cell: (one) => one.email, value: (one) => one.email },
    { key: 'role', title: say(words.role), cell: (one) => say(roleWords[one.role].name), value: (one) => say(roleWords[one.role].name), width: 120 },
    { key: 'expires', title: say(words.expires), cell: (one) => <Moment at={one.expiresAt} />, isWideOnly: true, width: 170 },
    ...(mayWrite ? [{ key: 'withdraw', title: say(words.actions), width: 120, cell: (one: Invitation) => <Button size="small" onClick={() => withdraw.mutate(one.id)}>{say(words.withdraw)}</Button> }] : [])
  ]
  return (
    <Card title={say(words.invitations)}>
      {withdraw.error !== null && <ErrorNote error={withdraw.error} />}
      <DataTable label={say(words.invitations)} rows={invitations} columns={columns} rowKey={(one) => one.id} />
    </Card>
  )
}
