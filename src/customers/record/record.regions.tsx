import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { read } from '#web/client.ts'

interface Node { readonly code: string, readonly name: string, readonly children?: readonly Node[] }
interface Choice { readonly value: string, readonly label: string }

/** Every region down to a depth as one list that is searched by typing: quicker than three boxes, and the keyboard reaches all of it. */
export function useRegions(depth: 2 | 3, isWanted = true): readonly Choice[] {
  const { data } = useQuery({
    queryKey: ['record', 'regions'], queryFn: ({ signal }) => read('/api/record/regions', { signal }), staleTime: Infinity, enabled: isWanted
  })
  return useMemo(() => (data?.items ?? []).flatMap((province) => choices(province, '', depth)), [data, depth])
}

const levelOnly = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

function choices(node: Node, above: string, depth: number): Choice[] {
  const isLevel = above !== '' && levelOnly.has(node.name)
  const label = isLevel ? above : above === '' ? node.name : `${above} ${node.name}`
  return [...(isLevel ? [] : [{ value: node.code, label }]), ...(depth > 1 ? (node.children ?? []).flatMap((child) => choices(child, label, depth - 1)) : [])]
}

interface RegionSelectProps {
  readonly id?: string
  readonly label: string
  readonly depth: 2 | 3
  readonly value: string | undefined
  readonly placeholder: string
  readonly isDisabled?: boolean
  readonly onChange: (code: string | undefined) => void
}

export function RegionSelect({ id, label, depth, value, placeholder, isDisabled = false, onChange }: RegionSelectProps) {
  const regions = useRegions(depth)
  const isKnown = value === undefined || regions.some((region) => region.value === value)
  return (
    <Select
      {...(id === undefined ? {} : { id })} aria-label={label} disabled={isDisabled} className="re-region" showSearch={{ optionFilterProp: 'label' }} allowClear popupMatchSelectWidth={320} placeholder={placeholder} value={value ?? null}
      options={isKnown ? [...regions] : [{ value, label: value }, ...regions]} onChange={(code: string | null | undefined) => onChange(code ?? undefined)}
    />
  )
}
