import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useAddress, useAsOf } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { useWords } from '#web/locale.tsx'
import type { ScopeQuery } from '../definitions/definitions.schema.ts'
import { scopeWords } from '../definitions/definitions.scope.words.ts'

/** What every question of this room is narrowed to, from the address: a view can be sent to a colleague. */
export type Scope = Pick<ScopeQuery, 'asOf' | 'category' | 'store' | 'version'>
export function useScope(): Scope {
  const { category, store, version } = useAddress().values
  return { asOf: useAsOf(), category, store, version: version !== undefined && /^\d{1,6}$/.test(version) ? Number(version) : undefined }
}

const useWarehouse = () => useQuery({ queryKey: ['warehouse'], queryFn: ({ signal }) => read('/api/warehouse', { signal }), staleTime: 30_000 })

/** The controls above a page of insight: its own on the left, then category and store where the data has them, actions on the right. */
export function ScopeBar({ children, actions }: { readonly children?: ReactNode, readonly actions?: ReactNode }) {
  const { say } = useWords()
  const { values, change } = useAddress()
  const { data } = useWarehouse()
  const categories = data?.categories ?? []
  const stores = data?.stores ?? []
  return (
    <div className="ck-bar">
      {children}
      {categories.length > 1 && (
        <Select
          aria-label={say(scopeWords.category)} showSearch value={values['category'] ?? ''} onChange={(next: string) => change({ category: next })} popupMatchSelectWidth={false} className="in-select"
          options={[{ value: '', label: say(scopeWords.allCategories) }, ...categories.map((name) => ({ value: name, label: name }))]}
        />
      )}
      {stores.length > 1 && (
        <Select
          aria-label={say(scopeWords.store)} showSearch={{ optionFilterProp: 'label' }} value={values['store'] ?? ''} onChange={(next: string) => change({ store: next })} popupMatchSelectWidth={false} className="in-select"
          options={[{ value: '', label: say(scopeWords.allStores) }, ...stores.map(({ storeId, name }) => ({ value: storeId, label: name }))]}
        />
      )}
      {actions !== undefined && <span className="ck-end ck-bar">{actions}</span>}
    </div>
  )
}
