import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { inOrder } from '../points/points.terms.words.ts'
import type { Programme } from './earning.schema.ts'
import type { Names } from './earning.sentence.words.ts'

interface Choice { readonly value: string, readonly label: string }
export interface Known extends Names { readonly stores: readonly Choice[], readonly tiers: readonly Choice[], readonly currencies: readonly Choice[], readonly categories: readonly Choice[] }

/** What stores, tiers and currencies are called; what somebody may not read keeps its key. */
export function useNames(programme: Programme | undefined): Known {
  const { say } = useWords()
  const { unit } = useFormat()
  const { rights } = useSession()
  const policy = useQuery({ queryKey: ['points', 'policy'], queryFn: ({ signal }) => read('/api/points/policy', { signal }), enabled: mayOpen(rights, 'points.read') })
  const stores = useQuery({ queryKey: ['business', 'stores'], queryFn: ({ signal }) => read('/api/business/stores', { signal }), enabled: mayOpen(rights, 'business.read') })
  const ladder = useQuery({ queryKey: ['tiers', 'policy'], queryFn: ({ signal }) => read('/api/tiers/policy', { signal }), enabled: mayOpen(rights, 'tiers.read') })
  const warehouse = useQuery({ queryKey: ['warehouse'], queryFn: ({ signal }) => read('/api/warehouse', { signal }), enabled: mayOpen(rights, 'warehouse.read') })
  return useMemo(() => {
    const parameters = policy.data?.parameters ?? {}
    const tiers = ladder.data?.items.find(({ version }) => version === ladder.data.inForce)?.parameters.tiers ?? []
    const currency = (key: string) => parameters[key]?.name ?? { zh: key, en: key }
    const choice = (value: string, label: string): Choice => ({ value, label })
    return {
      money: unit,
      currency, scale: (key) => parameters[key]?.scale ?? 0, store: (id) => stores.data?.items.find(({ storeId }) => storeId === id)?.name ?? id, tier: (id) => tiers.find((one) => one.id === id)?.name ?? { zh: id, en: id },
      budget: (key) => programme?.budgets.find((one) => one.key === key)?.name ?? key,
      stores: (stores.data?.items ?? []).map(({ storeId, name }) => choice(storeId, name)), tiers: tiers.map(({ id, name }) => choice(id, say(name))),
      currencies: inOrder(parameters).map(([key]) => choice(key, say(currency(key)))), categories: (warehouse.data?.categories ?? []).map((one) => choice(one, one))
    }
  }, [policy.data, stores.data, ladder.data, warehouse.data, programme, unit, say])
}
