import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { Fault, Field } from '#web/door.tsx'
import { useWords } from '#web/locale.tsx'
import { accessPageWords as words } from './access.page.words.ts'
import { RoleChoice } from './access.role.tsx'
import type { Role } from './access.schema.ts'
import { ShownOnce } from './access.shown.tsx'

/** Invites by a one-time link: no mail server is needed, the link travels however the two usually talk. */
export function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('clerk')
  const [url, setUrl] = useState<string>()
  const invite = useDeed((_: undefined, key) => write('post', '/api/access/users/invite', { body: { email: email.trim(), role, ...(name.trim() === '' ? {} : { name: name.trim() }) }, key }), {
    stale: [['access', 'users']], done: (link) => { if (link.url !== null) setUrl(link.url) }
  })
  if (url !== undefined) return <ShownOnce title={say(words.linkReady)} what={say(words.linkInvite, { name: name.trim() === '' ? email : name })} secret={url} onClose={onClose} />
  return (
    <Modal open title={say(words.invite)} onCancel={onClose} footer={null} destroyOnHidden>
      <form onSubmit={(event) => { event.preventDefault(); invite.mutate(undefined) }}>
        <Field label={say(words.email)}>{(ids) => <Input {...ids} type="email" required autoFocus value={email} onChange={(event) => setEmail(event.target.value)} />}</Field>
        <Field label={say(words.name)}>{(ids) => <Input {...ids} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
        <Field label={say(words.role)}>{({ id }) => <RoleChoice id={id} label={say(words.role)} value={role} onChange={setRole} />}</Field>
        <Fault error={invite.error} />
        <div className="ck-bar ck-card-foot"><Button type="primary" htmlType="submit" loading={invite.isPending}>{say(words.inviteDo)}</Button></div>
      </form>
    </Modal>
  )
}
