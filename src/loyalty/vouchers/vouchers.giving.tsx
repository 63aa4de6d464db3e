import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { addressOf, send } from '#web/api.ts'
import { write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { Labelled } from './vouchers.fields.tsx'
import { giveWords as words } from './vouchers.form.words.ts'
import { nameOf } from './vouchers.page.words.ts'
import type { Template } from './vouchers.schema.ts'
import './vouchers.css'

/** Vouchers for one member or a list: pasted, or from a file. The work goes on as a batch. */
export function GiveOut({ templates, onClose }: { readonly templates: readonly Template[], readonly onClose: () => void }) {
  const { say } = useWords()
  const form = useId()
  const client = useQueryClient()
  const running = templates.filter(({ stopped }) => !stopped)
  const [template, setTemplate] = useState(running[0]?.templateId)
  const [text, setText] = useState('')
  const [file, setFile] = useState<File>()
  const [name, setName] = useState('')
  const [key, setKey] = useState(newKey)
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  const called = name.trim() === '' ? file?.name.slice(0, 100) ?? say(words.title) : name.trim()
  const give = useMutation({
    mutationFn: async () => {
      if (template === undefined) return
      if (file === undefined) { await write('post', '/api/vouchers/batches/lists', { body: { templateId: template, name: called, text }, key }); return }
      await sendFile(template, 'listed', called, file)
    },
    onSuccess: async () => { onClose(); await client.invalidateQueries({ queryKey: ['vouchers'] }) },
    onError: () => setKey(newKey())
  })
  return (
    <Drawer open onClose={onClose} size={520} title={say(words.title)} footer={<Button type="primary" htmlType="submit" form={form} disabled={template === undefined || (lines === 0 && file === undefined)} loading={give.isPending}>{say(words.give)}</Button>}>
      {running.length === 0 ? <p>{say(words.none)}</p> : (
        <form id={form} className="vo-form" onSubmit={(event) => { event.preventDefault(); give.mutate() }}>
          <Labelled label={words.template}>{(id) => <Select id={id} value={template} onChange={(next: string) => { setTemplate(next); setKey(newKey()) }} options={running.map((one) => ({ value: one.templateId, label: say(nameOf(one.terms)) }))} />}</Labelled>
          <Labelled label={words.people}>{(id) => <Input.TextArea id={id} rows={8} disabled={file !== undefined} value={text} onChange={(event) => { setText(event.target.value); setKey(newKey()) }} />}</Labelled>
          {lines > 0 && file === undefined && <p className="ck-soft ck-small" role="status">{say(words.count, { n: lines })}</p>}
          <ChosenFile label={words.file} onChoose={setFile} />
          <Labelled label={words.name}>{(id) => <Input id={id} maxLength={100} value={name} placeholder={called} onChange={(event) => { setName(event.target.value); setKey(newKey()) }} />}</Labelled>
          {give.error !== null && <ErrorNote error={give.error} />}
        </form>
      )}
    </Drawer>
  )
}

export function ChosenFile({ label, onChoose }: { readonly label: typeof words.file, readonly onChoose: (file: File | undefined) => void }) {
  return <Labelled label={label}>{(id) => <input id={id} type="file" accept=".csv,.txt,.tsv,.xlsx,.gz,.zip" onChange={(event) => onChoose(event.target.files?.[0])} />}</Labelled>
}

export async function sendFile(template: string, kind: 'imported' | 'listed', name: string, file: File): Promise<void> {
  const form = new FormData()
  form.append('file', file)
  await send('POST', addressOf('/api/vouchers/batches/files', { template, kind, name }), form)
}
