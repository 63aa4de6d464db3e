import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { cardWords as words, currencyLabel } from './points.card.words.ts'

/** Points given or taken by hand, with the reason. What it would come to is asked before it is booked. */
export function Adjust({ customerId, onClose }: { readonly customerId: string, readonly onClose: () => void }) {
  const { say } = useWords()
  const { num } = useFormat()
  const id = useId()
  const client = useQueryClient()
  const [currency, setCurrency] = useState('points')
  const [amount, setAmount] = useState('')
  const [note, setNote] = useState('')
  const [key, setKey] = useState(newKey)
  const policy = useQuery({ queryKey: ['points', 'policy'], queryFn: ({ signal }) => read('/api/points/policy', { signal }) })
  const isReady = /^-?[1-9]\d{0,14}$/.test(amount) && note.trim() !== ''
  const orders = [{ customerId, currency, command: { do: 'adjust' as const, amount, note: note.trim() } }]
  const tried = useQuery({ queryKey: ['points', 'tried', customerId, currency, amount], enabled: isReady, retry: false, queryFn: () => write('post', '/api/points/commands', { body: { orders, dryRun: true } }) })
  const save = useMutation({
    mutationFn: () => write('post', '/api/points/commands', { body: { orders }, key }),
    onSuccess: async () => { onClose(); await client.invalidateQueries({ predicate: ({ queryKey }) => ['points', 'events', 'record'].includes(String(queryKey[0])) }) },
    onError: () => setKey(newKey())
  })
  const fault = save.error ?? tried.error
  return (
    <Drawer open onClose={onClose} title={say(words.adjust)} footer={<Button type="primary" htmlType="submit" form={`${id}form`} loading={save.isPending} disabled={!isReady || tried.error !== null}>{say(words.save)}</Button>}>
      <form id={`${id}form`} className="re-form" onSubmit={(event) => { event.preventDefault(); save.mutate() }}>
        <label htmlFor={`${id}currency`}>{say(words.currency)}</label>
        <Select id={`${id}currency`} value={currency} onChange={setCurrency} options={Object.keys(policy.data?.parameters ?? { points: {} }).map((value) => ({ value, label: say(currencyLabel(value)) }))} />
        <label htmlFor={`${id}amount`}>{say(words.amount)}</label>
        <Input id={`${id}amount`} inputMode="numeric" value={amount} onChange={(event) => { setAmount(event.target.value.trim().replace('−', '-')); setKey(newKey()) }} />
        <label htmlFor={`${id}note`}>{say(words.note)}</label>
        <Input id={`${id}note`} maxLength={500} value={note} onChange={(event) => { setNote(event.target.value); setKey(newKey()) }} />
        {fault !== null && <ErrorNote error={fault} />}
        {tried.data !== undefined && fault === null && <p role="status">{say(words.now, { n: num(Number(tried.data.items[0]?.balance.available ?? 0)) })}</p>}
      </form>
    </Drawer>
  )
}
