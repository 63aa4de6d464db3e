import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Input, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { tierCardWords as words } from './tiers.page.words.ts'

/** A tier given by hand, for life or to a day, with its reason. */
export function Give({ customerId, onClose }: { readonly customerId: string, readonly onClose: () => void }) {
  const { say } = useWords()
  const id = useId()
  const client = useQueryClient()
  const [tier, setTier] = useState<string>()
  const [until, setUntil] = useState<string>()
  const [isLife, setLife] = useState(false)
  const [note, setNote] = useState('')
  const [key, setKey] = useState(newKey)
  const policy = useQuery({ queryKey: ['tiers', 'policy'], queryFn: ({ signal }) => read('/api/tiers/policy', { signal }) })
  const tiers = policy.data?.items.find(({ version }) => version === policy.data.inForce)?.parameters.tiers.slice(1) ?? []
  const save = useMutation({
    mutationFn: () => write('post', '/api/tiers/grants', { body: { customerId, tier: tier ?? '', until: isLife ? null : until ?? null, note: note.trim() }, key }),
    onSuccess: async () => { onClose(); await client.invalidateQueries({ predicate: ({ queryKey }) => ['tiers', 'events', 'record'].includes(String(queryKey[0])) }) },
    onError: () => setKey(newKey())
  })
  const isReady = tier !== undefined && note.trim() !== '' && (isLife || until !== undefined)
  return (
    <Drawer open onClose={onClose} title={say(words.giveTitle)} footer={<Button type="primary" htmlType="submit" form={`${id}form`} loading={save.isPending} disabled={!isReady}>{say(words.save)}</Button>}>
      <form id={`${id}form`} className="re-form" onSubmit={(event) => { event.preventDefault(); save.mutate() }}>
        <p className="ck-soft">{say(words.giveWhat)}</p>
        <label htmlFor={`${id}tier`}>{say(words.tier)}</label>
        <Select id={`${id}tier`} value={tier ?? null} onChange={(next) => { if (next !== null) setTier(next) }} options={tiers.map((one) => ({ value: one.id, label: say(one.name) }))} />
        <label htmlFor={`${id}until`}>{say(words.for)}</label>
        <Segmented value={isLife} onChange={setLife} options={[{ value: false, label: say(words.toADay) }, { value: true, label: say(words.life) }]} />
        {!isLife && <DatePicker id={`${id}until`} value={until === undefined ? null : dayjs(until)} disabledDate={(one) => one.isBefore(dayjs().startOf('day'))} onChange={(next) => setUntil(next?.format('YYYY-MM-DD'))} />}
        <label htmlFor={`${id}note`}>{say(words.note)}</label>
        <Input id={`${id}note`} maxLength={500} value={note} onChange={(event) => { setNote(event.target.value); setKey(newKey()) }} />
        {save.error !== null && <ErrorNote error={save.error} />}
      </form>
    </Drawer>
  )
}
