import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, Radio, Switch } from 'antd'
import { useId, useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { FindCustomer } from '../../customers/record/record.find.tsx'
import { recordPageWords } from '../../customers/record/record.page.words.ts'
import { moveWords, poolsWords as words } from './points.move.words.ts'
import type { NewPool } from './points.moves.schema.ts'
import './points.policy.css'

interface Member { readonly customerId: string, readonly name: string, readonly maySpend: boolean }

/** A wallet that several share: its name, who is in it, and what somebody who leaves takes along. */
export function NewPoolForm({ customerId, onClose }: { readonly customerId: string, readonly onClose: () => void }) {
  const { say } = useWords()
  const id = useId()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [onLeave, setOnLeave] = useState<NewPool['onLeave']>('in_proportion')
  const [others, setOthers] = useState<readonly Member[]>([])
  const members = [{ customerId, maySpend: true }, ...others.map((one) => ({ customerId: one.customerId, maySpend: one.maySpend }))]
  const create = useDeed((_: undefined, key) => write('post', '/api/points/pools', { body: { name: name.trim(), onLeave, members }, key }), { done: async () => { onClose(); await client.invalidateQueries({ queryKey: ['points'] }) } })
  return (
    <Drawer open onClose={onClose} size={520} title={say(words.open)} footer={<Button type="primary" disabled={name.trim() === ''} loading={create.isPending} onClick={() => create.mutate(undefined)}>{say(words.create)}</Button>}>
      <div className="re-form">
        <p className="ck-soft">{say(words.says)}</p>
        <div className="re-labelled"><label htmlFor={`${id}n`}>{say(words.name)}</label><Input id={`${id}n`} maxLength={60} placeholder={say(words.namePlaceholder)} value={name} onChange={(event) => setName(event.target.value)} /></div>
        <fieldset>
          <legend>{say(words.onLeave)}</legend>
          <Radio.Group vertical value={onLeave} onChange={({ target }) => setOnLeave(target.value === 'stays' ? 'stays' : 'in_proportion')} options={[{ value: 'in_proportion', label: say(words.in_proportion) }, { value: 'stays', label: say(words.stays) }]} />
          <span className="ck-soft ck-small">{say(words.lastHas)}</span>
        </fieldset>
        <fieldset>
          <legend>{say(words.members)}</legend>
          <ul className="po-list">
            <li><div className="ck-bar"><strong>{say(words.self)}</strong><span className="ck-soft">{say(words.maySpend)}</span></div></li>
            {others.map((one) => (
              <li key={one.customerId}><div className="ck-bar">
                <strong>{one.name}</strong>
                <label className="ck-bar"><Switch size="small" checked={one.maySpend} onChange={(maySpend) => setOthers(others.map((other) => (other === one ? { ...one, maySpend } : other)))} /> {say(words.maySpend)}</label>
                <Button size="small" className="ck-end" onClick={() => setOthers(others.filter((other) => other !== one))}>{say(words.take)}</Button>
              </div></li>
            ))}
          </ul>
          {/* Anew for each: what was typed found somebody. */}
          <FindCustomer key={others.length} without={members.map((one) => one.customerId)} label={words.add} nothing={moveWords.nobody} onChoose={(found) => setOthers([...others, { customerId: found.customerId, name: found.name ?? say(recordPageWords.nameless), maySpend: true }])} />
        </fieldset>
        {create.error !== null && <ErrorNote error={create.error} />}
      </div>
    </Drawer>
  )
}
