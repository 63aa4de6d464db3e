import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Input } from 'antd'
import { useState } from 'react'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { erasePageWords as words } from './record.erase.words.ts'
import { useShown } from './record.facts.tsx'
import { Labelled } from './record.labelled.tsx'
import { recordPageWords } from './record.page.words.ts'
import type { Customer } from './record.schema.ts'

/** What goes is listed first; it goes only with a reason and a second look. */
export function EraseDrawer({ customer, onClose }: { readonly customer: Customer, readonly onClose: () => void }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { label } = useShown()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [isSure, setSure] = useState(false)
  const { customerId } = customer
  const { data, error, refetch } = useQuery({ queryKey: ['record', 'erase', customerId, customer.version], retry: false, queryFn: ({ signal }) => read('/api/record/{customerId}/erase', { path: { customerId }, signal }) })
  const erase = useDeed((_: undefined, key) => write('post', '/api/record/{customerId}/erase', { path: { customerId }, body: { version: data?.version ?? 0, reason: reason.trim() }, key }), {
    done: async () => { onClose(); await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'access' }) }
  })
  return (
    <Drawer open onClose={onClose} title={say(words.title, { name: customer.name ?? say(recordPageWords.nameless) })} footer={(
      <Button type="primary" htmlType="submit" form="customer-erase" loading={erase.isPending} disabled={data === undefined || reason.trim() === '' || !isSure}>{say(words.do)}</Button>
    )}>
      <form id="customer-erase" className="re-form" onSubmit={(event) => { event.preventDefault(); erase.mutate(undefined) }}>
        <p>{say(words.says)}</p>
        {error !== null && <ErrorNote error={error} onRetry={refetch} />}
        {erase.error !== null && <ErrorNote error={erase.error} onRetry={() => { erase.reset(); return refetch() }} />}
        {data === undefined && error === null && <div className="ck-wait" aria-busy><span /><span /></div>}
        {data !== undefined && (
          <ul className="re-goes">
            <li>{data.fields.length === 0 ? say(words.nothing) : say(words.fields, { what: data.fields.map(label).join(say({ zh: '、', en: ', ' })) })}</li>
            {data.keys > 0 && <li>{say(words.keys, { n: num(data.keys) })}</li>}
            {data.records > 1 && <li>{say(words.records, { n: num(data.records) })}</li>}
            {data.answers > 0 && <li>{say(words.answers, { n: num(data.answers) })}</li>}
          </ul>
        )}
        <Labelled label={say(words.reason)}>{(id) => <Input id={id} value={reason} maxLength={200} autoComplete="off" onChange={(event) => setReason(event.target.value)} />}</Labelled>
        <Checkbox checked={isSure} onChange={(event) => setSure(event.target.checked)}>{say(words.sure)}</Checkbox>
      </form>
    </Drawer>
  )
}
