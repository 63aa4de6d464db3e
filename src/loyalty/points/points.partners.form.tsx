import { Button, Checkbox, Drawer, Input, Switch } from 'antd'
import { useId, useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import '../../customers/record/record.css'
import type { Partner } from './points.partner.schema.ts'
import { stalePartners } from './points.partners.owed.tsx'
import { partnerFormWords as words } from './points.partners.words.ts'

/** A new partner, or a known one: its name, what it does, and whether it still does. */
export function PartnerForm({ partner, onClose, onDone }: { readonly partner?: Partner, readonly onClose: () => void, readonly onDone?: (partner: Partner) => void }) {
  const { say } = useWords()
  const id = useId()
  const [name, setName] = useState(partner?.name ?? '')
  const [issues, setIssues] = useState(partner?.issues ?? true)
  const [accepts, setAccepts] = useState(partner?.accepts ?? false)
  const [isActive, setActive] = useState(partner?.isActive ?? true)
  const known = partner === undefined ? {} : { partnerId: partner.partnerId, version: partner.version }
  const save = useDeed((_: undefined, key) => write('post', '/api/points/partners', { key, body: { ...known, name: name.trim(), issues, accepts, isActive } }), { ...stalePartners, done: (saved) => { onClose(); onDone?.(saved) } })
  const hasSide = issues || accepts
  const isReady = name.trim() !== '' && hasSide
  return (
    <Drawer open onClose={onClose} title={say(partner === undefined ? words.add : words.edit)} footer={<Button type="primary" htmlType="submit" form={`${id}form`} loading={save.isPending} disabled={!isReady}>{say(words.save)}</Button>}>
      <form id={`${id}form`} className="re-form" onSubmit={(event) => { event.preventDefault(); if (isReady) save.mutate(undefined) }}>
        <div className="re-labelled"><label htmlFor={`${id}name`}>{say(words.name)}</label><Input id={`${id}name`} maxLength={100} value={name} onChange={({ target }) => setName(target.value)} /></div>
        <fieldset>
          <legend>{say(words.does)}</legend>
          <Checkbox checked={issues} onChange={({ target }) => setIssues(target.checked)}>{say(words.issues)}</Checkbox>
          <Checkbox checked={accepts} onChange={({ target }) => setAccepts(target.checked)}>{say(words.accepts)}</Checkbox>
          {!hasSide && <em className="po-fault" role="alert">{say(words.oneOf)}</em>}
        </fieldset>
        {partner !== undefined && (
          <div className="re-labelled">
            <div className="re-row"><Switch id={`${id}active`} checked={isActive} onChange={setActive} /><label htmlFor={`${id}active`}>{say(words.active)}</label></div>
            {!isActive && <p className="ck-soft ck-small" role="status">{say(words.inactiveSays)}</p>}
          </div>
        )}
        {partner === undefined && <p className="ck-soft ck-small">{say(words.next)}</p>}
        {save.error !== null && <ErrorNote error={save.error} />}
      </form>
    </Drawer>
  )
}
