import { Button, Input, InputNumber, Modal, Popconfirm } from 'antd'
import { useMemo, useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { Fault, Field } from '#web/door.tsx'
import { ErrorNote } from '#web/error.tsx'
import { Moment } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { accessPageWords as words, roleWords } from './access.page.words.ts'
import { RoleChoice } from './access.role.tsx'
import type { Key, Role } from './access.schema.ts'
import { ShownOnce } from './access.shown.tsx'

const stale = [['access', 'keys']]

export function KeysCard({ keys, isPending, mayWrite }: { readonly keys: readonly Key[], readonly isPending: boolean, readonly mayWrite: boolean }) {
  const { say } = useWords()
  const [isMaking, setMaking] = useState(false)
  const revoke = useDeed((id: string, key) => write('delete', '/api/access/keys/{id}', { path: { id }, key }), { stale })
  const { mutate } = revoke
  const columns = useMemo((): readonly Column<Key>[] => [
    { key: 'name', title: say(words.keyName), cell: (one) => one.name, value: (one) => one.name },
    { key: 'prefix', title: say(words.key), cell: (one) => <code>{one.prefix}…</code>, isWideOnly: true, width: 130 },
    { key: 'role', title: say(words.role), cell: (one) => say(roleWords[one.role].name), value: (one) => say(roleWords[one.role].name), width: 110 },
    { key: 'used', title: say(words.used), cell: (one) => one.lastUsedAt === null ? say(words.never) : <Moment at={one.lastUsedAt} />, isWideOnly: true, width: 170 },
    { key: 'expires', title: say(words.expires), cell: (one) => one.expiresAt === null ? '' : <Moment at={one.expiresAt} />, isWideOnly: true, width: 170 },
    {
      key: 'revoke', title: say(words.actions), width: 110,
      cell: (one) => one.revokedAt !== null ? <span className="ck-tag" data-tone="quiet">{say(words.revoked)}</span>
        : mayWrite ? <Popconfirm title={say(words.revokeWhat, { name: one.name })} okText={say(words.revoke)} onConfirm={() => mutate(one.id)}><Button size="small">{say(words.revoke)}</Button></Popconfirm> : null
    }
  ], [say, mayWrite, mutate])
  return (
    <Card title={say(words.keys)}>
      <p className="ck-soft">{say(words.keysWhy)}</p>
      {mayWrite && <div className="ck-bar ck-card-foot"><Button onClick={() => setMaking(true)}>{say(words.newKey)}</Button></div>}
      {revoke.error !== null && <ErrorNote error={revoke.error} />}
      <DataTable label={say(words.keys)} rows={keys} columns={columns} rowKey={(one) => one.id} isPending={isPending} empty={<p className="ck-soft">{say(words.noKeys)}</p>} />
      {isMaking && <KeyForm onClose={() => setMaking(false)} />}
    </Card>
  )
}

function KeyForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('integrator')
  const [days, setDays] = useState<number | null>(null)
  const [secret, setSecret] = useState<string>()
  const make = useDeed((_: undefined, key) => write('post', '/api/access/keys', { body: { name: name.trim(), role, ...(days === null ? {} : { days }) }, key }), {
    stale, done: (made) => { if (made.secret !== null) setSecret(made.secret) }
  })
  if (secret !== undefined) return <ShownOnce title={say(words.keyReady)} what={say(words.keyOnce)} secret={secret} onClose={onClose} />
  return (
    <Modal open title={say(words.newKey)} onCancel={onClose} footer={null} destroyOnHidden>
      <form onSubmit={(event) => { event.preventDefault(); make.mutate(undefined) }}>
        <Field label={say(words.keyName)} hint={say(words.keyExample)}>{(ids) => <Input {...ids} required autoFocus maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
        <Field label={say(words.role)}>{({ id }) => <RoleChoice id={id} label={say(words.role)} value={role} onChange={setRole} />}</Field>
        <Field label={say(words.keyDays)}>{(ids) => <InputNumber {...ids} min={1} max={3650} value={days} onChange={setDays} />}</Field>
        <Fault error={make.error} />
        <div className="ck-bar ck-card-foot"><Button type="primary" htmlType="submit" loading={make.isPending}>{say(words.keyMake)}</Button></div>
      </form>
    </Modal>
  )
}
