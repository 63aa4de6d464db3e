import { Select } from 'antd'
import { useAddress } from '#web/address.tsx'
import { useWords } from '#web/locale.tsx'
import { useScope, type Scope } from '../warehouse/warehouse.scope.tsx'
import { behaviourPageWords as words } from './behaviour.page.words.ts'

export interface BehaviourScope extends Scope { readonly channel: string | undefined }

export function useBehaviourScope(): BehaviourScope {
  return { ...useScope(), channel: useAddress().values['channel'] }
}

/** What of the address says whom and when is asked about: links to the customers behind a number keep it. */
export function useKept(): Readonly<Record<string, string | undefined>> {
  const { section, by, category, store, channel, version } = useAddress().values
  return { section, by, category, store, channel, version }
}

export function ChannelSelect({ channels }: { readonly channels: readonly string[] }) {
  const { say } = useWords()
  const { values, change } = useAddress()
  if (channels.length < 2) return null
  return (
    <Select
      aria-label={say(words.channel)} value={values['channel'] ?? ''} onChange={(next: string) => change({ channel: next })} popupMatchSelectWidth={false} className="in-select"
      options={[{ value: '', label: say(words.allChannels) }, ...channels.map((name) => ({ value: name, label: name }))]}
    />
  )
}
