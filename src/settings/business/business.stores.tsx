import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { Fault, Field } from '#web/door.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { businessPageWords as words } from './business.page.words.ts'
import type { Store } from './business.schema.ts'

/** The stores; one of a known code is renamed. */
export function StoresCard() {
  const { say } = useWords()
  const { rights } = useSession()
  const { data, isPending } = useQuery({ queryKey: ['business', 'stores'], queryFn: ({ signal }) => read('/api/business/stores', { signal }) })
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const save = useDeed((_: undefined, key) => write('put', '/api/business/stores', { body: { code: code.trim(), name: name.trim(), region: data?.items.find((one) => one.code === code.trim())?.region ?? null }, key }), {
    stale: [['business', 'stores']], done: () => { setCode(''); setName('') }
  })
  const columns: readonly Column<Store>[] = [
    { key: 'code', title: say(words.code), cell: (store) => store.code, value: (store) => store.code, width: 120 },
    { key: 'name', title: say(words.name), cell: (store) => store.name, value: (store) => store.name },
    { key: 'region', title: say(words.region), cell: (store) => store.region ?? '', value: (store) => store.region, isWideOnly: true }
  ]
  const stores = data?.items ?? []
  return (
    <Card title={say(words.stores)} aside={<ExportMenu sheet={() => sheetOf(say(words.stores), columns, stores)} />}>
      <DataTable label={say(words.stores)} rows={stores} columns={columns} rowKey={(store) => store.storeId} isPending={isPending} empty={<p className="ck-soft">{say(words.noStores)}</p>} maxHeight="320px" />
      {mayOpen(rights, 'business.write') && (
        <form onSubmit={(event) => { event.preventDefault(); save.mutate(undefined) }}>
          <Field label={say(words.code)}>{(ids) => <Input {...ids} required maxLength={60} value={code} onChange={(event) => setCode(event.target.value)} />}</Field>
          <Field label={say(words.name)}>{(ids) => <Input {...ids} required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
          <Fault error={save.error} />
          <div className="ck-bar ck-card-foot"><Button htmlType="submit" loading={save.isPending}>{say(words.addStore)}</Button></div>
        </form>
      )}
    </Card>
  )
}
