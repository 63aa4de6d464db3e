import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { Labelled } from './vouchers.fields.tsx'
import { giveWords as words } from './vouchers.form.words.ts'
import { nameOf } from './vouchers.page.words.ts'
import { Sentences } from './vouchers.sentences.tsx'
import './vouchers.css'

/** One voucher for the member whose page this is. */
export function GiveOne({ customerId, onClose }: { readonly customerId: string, readonly onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [template, setTemplate] = useState<string>()
  const [key, setKey] = useState(newKey)
  const { data, error } = useQuery({ queryKey: ['vouchers', 'templates'], queryFn: ({ signal }) => read('/api/vouchers/templates', { signal }) })
  const running = data?.items.filter(({ stopped }) => !stopped) ?? []
  const chosen = running.find(({ templateId }) => templateId === template) ?? running[0]
  const give = useMutation({
    mutationFn: async () => { if (chosen !== undefined) await write('post', '/api/vouchers/issues', { body: { templateId: chosen.templateId, customers: [customerId] }, key }) },
    onSuccess: async () => { onClose(); await client.invalidateQueries({ predicate: ({ queryKey }) => ['vouchers', 'events'].includes(String(queryKey[0])) }) },
    onError: () => setKey(newKey())
  })
  return (
    <Drawer open onClose={onClose} size={480} title={say(words.title)} footer={<Button type="primary" disabled={chosen === undefined} loading={give.isPending} onClick={() => give.mutate()}>{say(words.give)}</Button>}>
      {error !== null && <ErrorNote error={error} />}
      {data !== undefined && chosen === undefined && <p>{say(words.none)}</p>}
      {chosen !== undefined && (
        <div className="vo-form">
          <Labelled label={words.template}>{(id) => <Select id={id} value={chosen.templateId} onChange={(next: string) => { setTemplate(next); setKey(newKey()) }} options={running.map((one) => ({ value: one.templateId, label: say(nameOf(one.terms)) }))} />}</Labelled>
          <Sentences terms={chosen.terms} />
          {give.error !== null && <ErrorNote error={give.error} />}
        </div>
      )}
    </Drawer>
  )
}
