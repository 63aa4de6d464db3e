import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { Labelled } from './vouchers.fields.tsx'
import { giveWords as words } from './vouchers.form.words.ts'
import { ChosenFile, sendFile } from './vouchers.giving.tsx'
import { nameOf } from './vouchers.page.words.ts'
import type { Template } from './vouchers.schema.ts'
import './vouchers.css'

/** Codes for leaflets and partners: made here, or taken in. */
export function MakeCodes({ templates, onClose }: { readonly templates: readonly Template[], readonly onClose: () => void }) {
  const { say } = useWords()
  const form = useId()
  const client = useQueryClient()
  const fitting = templates.filter(({ stopped, terms }) => !stopped && terms.sharedCode === null)
  const [template, setTemplate] = useState(fitting[0]?.templateId)
  const [how, setHow] = useState<'make' | 'take'>('make')
  const [count, setCount] = useState('1000')
  const [file, setFile] = useState<File>()
  const [name, setName] = useState('')
  const [key, setKey] = useState(newKey)
  const wanted = /^\d{1,7}$/.test(count) ? Number(count) : 0
  const called = name.trim() === '' ? (how === 'take' ? file?.name.slice(0, 100) : undefined) ?? say(words.codesTitle) : name.trim()
  const isReady = template !== undefined && (how === 'make' ? wanted >= 1 && wanted <= 2_000_000 : file !== undefined)
  const begin = useMutation({
    mutationFn: async () => {
      if (template === undefined) return
      if (how === 'make') await write('post', '/api/vouchers/batches', { body: { templateId: template, count: wanted, name: called }, key })
      else if (file !== undefined) await sendFile(template, 'imported', called, file)
    },
    onSuccess: async () => { onClose(); await client.invalidateQueries({ queryKey: ['vouchers'] }) },
    onError: () => setKey(newKey())
  })
  return (
    <Drawer open onClose={onClose} size={520} title={say(words.codesTitle)} footer={<Button type="primary" htmlType="submit" form={form} disabled={!isReady} loading={begin.isPending}>{say(words.begin)}</Button>}>
      {fitting.length === 0 ? <p>{say(words.noneOwn)}</p> : (
        <form id={form} className="vo-form" onSubmit={(event) => { event.preventDefault(); begin.mutate() }}>
          <Labelled label={words.template}>{(id) => <Select id={id} value={template} onChange={(next: string) => { setTemplate(next); setKey(newKey()) }} options={fitting.map((one) => ({ value: one.templateId, label: say(nameOf(one.terms)) }))} />}</Labelled>
          <Segmented aria-label={say(words.how)} value={how} onChange={(next) => { setHow(next); setKey(newKey()) }} options={[{ value: 'make' as const, label: say(words.make) }, { value: 'take' as const, label: say(words.take) }]} />
          {how === 'make'
            ? <Labelled label={words.howMany}>{(id) => <Input id={id} inputMode="numeric" value={count} onChange={(event) => { setCount(event.target.value.trim()); setKey(newKey()) }} />}</Labelled>
            : <ChosenFile label={words.codeFile} onChoose={setFile} />}
          <Labelled label={words.name}>{(id) => <Input id={id} maxLength={100} value={name} placeholder={called} onChange={(event) => { setName(event.target.value); setKey(newKey()) }} />}</Labelled>
          {begin.error !== null && <ErrorNote error={begin.error} />}
        </form>
      )}
    </Drawer>
  )
}
