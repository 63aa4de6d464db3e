import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { formWords as words } from './rewards.form.words.ts'
import { Labelled } from './rewards.inputs.tsx'
import type { Definition, StockBody, StockLevel } from './rewards.schema.ts'

/** Goods that came in, or went out otherwise; the sentence beneath says what is there now. */
export function AddStock({ reward, levels, onClose }: { readonly reward: Extract<Definition, { kind: 'reward' }>, readonly levels: readonly StockLevel[], readonly onClose: () => void }) {
  const { say } = useWords()
  const { num } = useFormat()
  const [change, setChange] = useState<number | null>(10)
  const [storeId, setStore] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const isByStore = reward.parameters.stock === 'stores'
  const stores = useQuery({ queryKey: ['business', 'stores'], enabled: isByStore, queryFn: ({ signal }) => read('/api/business/stores', { signal }) })
  const book = useDeed((body: StockBody, key) => write('post', '/api/rewards/stock', { body, key }), { stale: [['rewards']], done: onClose })
  const now = levels.find((one) => one.rewardId === reward.definitionId && one.storeId === storeId)?.remaining ?? 0
  const isReady = change !== null && change !== 0 && now + change >= 0 && (!isByStore || storeId !== null)
  return (
    <Drawer open onClose={onClose} title={say(words.stockTitle, { title: say(reward.title) })} footer={<Button type="primary" htmlType="submit" form="rewards-stock" loading={book.isPending} disabled={!isReady}>{say(words.stockSave)}</Button>}>
      <form id="rewards-stock" className="rw-form" onSubmit={(event) => { event.preventDefault(); if (change !== null) book.mutate({ rewardId: reward.definitionId, storeId, change, ...(note.trim() === '' ? {} : { note: note.trim() }) }) }}>
        {book.error !== null && <ErrorNote error={book.error} />}
        {isByStore && <Labelled label={words.store}>{(id) => <Select id={id} value={storeId} onChange={setStore} options={(stores.data?.items ?? []).map((one) => ({ value: one.storeId, label: one.name }))} />}</Labelled>}
        <Labelled label={words.change}>{(id) => <InputNumber id={id} precision={0} min={-1_000_000} max={1_000_000} value={change} onChange={setChange} />}</Labelled>
        <Labelled label={words.note}>{(id) => <Input id={id} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />}</Labelled>
        <p className="ck-soft">{say(words.stockNow, { n: num(now) })}</p>
      </form>
    </Drawer>
  )
}
