import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { useGo } from '#web/address.tsx'
import { useDraft } from '#web/draft.ts'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { BirthdayInput } from './record.form.birthday.tsx'
import { changeOf, draftOf, isDraft, isEmpty, type CustomerDraft } from './record.form.schema.ts'
import { OwnFields } from './record.form.fields.tsx'
import { KeysInput } from './record.form.keys.tsx'
import { Refused } from './record.form.refused.tsx'
import { Labelled } from './record.labelled.tsx'
import { recordPageWords as words } from './record.page.words.ts'
import { RegionSelect } from './record.regions.tsx'
import type { Customer } from './record.schema.ts'
import { basicWords, customerKinds, customerKindWords, genderWords } from './record.words.ts'
import './record.css'

interface FormProps { readonly customer?: Customer, readonly onClose: () => void }

/** Adds a customer, or changes one on the version that was read. A draft survives whatever happens to the page. */
export function CustomerForm({ customer, onClose }: FormProps) {
  const { say } = useWords()
  const go = useGo()
  const client = useQueryClient()
  const [initial] = useState(() => draftOf(customer))
  const draft = useDraft<CustomerDraft>(`customer.${customer?.customerId ?? 'new'}`, initial, isDraft)
  const { value, set } = draft
  const [key, setKey] = useState(newKey)
  const put = (part: Partial<CustomerDraft>) => { set((before) => ({ ...before, ...part })); setKey(newKey()) }
  const save = useMutation({
    mutationFn: (onMatch: 'refuse' | 'join') => customer === undefined
      ? write('post', '/api/record', { body: { ...changeOf(initial, value, true), onMatch, source: 'console' }, key: onMatch === 'join' ? newKey() : key })
      : write('put', '/api/record/{customerId}', { path: { customerId: customer.customerId }, body: { ...changeOf(initial, value, false), version: value.version }, key }),
    onSuccess: async (saved) => {
      draft.clear()
      client.setQueryData(['record', 'one', saved.customerId], saved)
      onClose()
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'access' })
      if (customer === undefined) go(`/customers/${saved.customerId}`)
    },
    // The refusal is bound to the key: what is sent next is another deed.
    onError: () => setKey(newKey())
  })
  return (
    <Drawer open onClose={onClose} size="large" title={say(customer === undefined ? words.add : words.edit)} footer={(
      <div className="ck-bar">
        <Button type="primary" htmlType="submit" form="customer-form" loading={save.isPending} disabled={isEmpty(value)}>{say(words.save)}</Button>
        <Button onClick={() => { draft.clear(); onClose() }}>{say(words.cancel)}</Button>
        {isEmpty(value) && <span className="ck-soft ck-small">{say(words.required)}</span>}
      </div>
    )}>
      <form id="customer-form" className="re-form" onSubmit={(event) => { event.preventDefault(); save.mutate('refuse') }}>
        {draft.wasKept && <Alert type="info" showIcon title={say(words.draftKept)} action={<Button size="small" onClick={draft.clear}>{say(words.startOver)}</Button>} />}
        {save.error !== null && <Refused error={save.error} onChoose={(part, version) => { put({ ...part, version }); save.reset() }} onJoin={() => save.mutate('join')} />}
        <div className="re-pair">
          <Labelled label={say(basicWords.name)}>{(id) => <Input id={id} maxLength={100} value={value.name} onChange={(event) => put({ name: event.target.value })} />}</Labelled>
          <Labelled label={say(basicWords.kind)}>{(id) => <Select id={id} value={value.kind} onChange={(kind) => put({ kind })} options={customerKinds.map((one) => ({ value: one, label: say(customerKindWords[one]) }))} />}</Labelled>
          <Labelled label={say(basicWords.gender)}>{(id) => <Select id={id} allowClear value={value.gender} onChange={(gender) => put({ gender: gender ?? null })} options={(['female', 'male', 'other'] as const).map((one) => ({ value: one, label: say(genderWords[one]) }))} />}</Labelled>
        </div>
        <KeysInput kept={customer?.keys ?? []} added={value.added} removed={value.removed} onChange={(added, removed) => put({ added, removed })} />
        <BirthdayInput value={value.birthday} onChange={(birthday) => put({ birthday })} />
        <div className="re-pair">
          <Labelled label={say(basicWords.region)}>{(id) => <RegionSelect id={id} label={say(basicWords.region)} depth={3} value={value.region === '' ? undefined : value.region} placeholder="" onChange={(code) => put({ region: code ?? '' })} />}</Labelled>
          {(['address', 'occupation', 'industry'] as const).map((name) => (
            <Labelled key={name} label={say(basicWords[name])}>{(id) => <Input id={id} maxLength={name === 'address' ? 300 : 60} value={value[name]} onChange={(event) => put({ [name]: event.target.value })} />}</Labelled>
          ))}
        </div>
        <OwnFields value={value.custom} onChange={(custom) => put({ custom })} />
      </form>
    </Drawer>
  )
}
