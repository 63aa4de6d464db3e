import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Drawer, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { startOf } from '#foundation/zone.ts'
import { useGo } from '#web/address.tsx'
import type { AnswerAt } from '#web/client.ts'
import { write } from '#web/client.ts'
import { handDraft, useDraft } from '#web/draft.ts'
import { todayIn } from '#web/day.ts'
import { ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { LadderPreview } from './tiers.editor.preview.tsx'
import { isLadder } from './tiers.editor.schema.ts'
import { TermsFields } from './tiers.editor.terms.tsx'
import { TierFields } from './tiers.editor.tier.tsx'
import { ladderWords as words } from './tiers.page.words.ts'
import type { PolicyParameters, Tier } from './tiers.schema.ts'

const plain: Tier['benefits'] = { ratePermille: 1000, birthdayGift: null, freeDeliveryFromMinor: null, warrantyMonths: 0, invitations: 0, service: 'standard', more: [] }

/** The ladder as a form. What it would do to the members is worked out while one writes; nothing holds before it is published. */
export function Editor({ policies, onClose }: { readonly policies: AnswerAt<'/api/tiers/policy'>, readonly onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const go = useGo()
  const { rights, business: { zone } } = useSession()
  const today = todayIn(zone, new Date())
  const [initial] = useState((): PolicyParameters => policies.items.find(({ version }) => version === policies.newest)?.parameters ?? policies.items[0]?.parameters ?? emptyLadder)
  const draft = useDraft<PolicyParameters>(`tiers.${String(policies.newest)}`, initial, isLadder)
  const { value, set } = draft
  const [note, setNote] = useState('')
  const [day, setDay] = useState<string>()
  const [isLater, setLater] = useState(false)
  const [key, setKey] = useState(newKey)
  const text = useMemo(() => JSON.stringify(value), [value])
  const isChanged = text !== JSON.stringify(initial)
  const preview = useQuery({ queryKey: ['tiers', 'preview', text], enabled: isChanged, retry: false, queryFn: () => write('post', '/api/tiers/preview', { body: { parameters: value } }) })
  const save = useMutation({
    mutationFn: () => write('put', '/api/tiers/policy', { body: { parameters: value, version: policies.newest, note, ...(isLater && day !== undefined ? { validFrom: startOf(day, zone).toISOString() } : {}) }, key }),
    onSuccess: async () => { draft.clear(); onClose(); await client.invalidateQueries({ queryKey: ['tiers'] }) },
    onError: () => setKey(newKey())
  })
  const put = (next: Partial<PolicyParameters>) => { set((before) => ({ ...before, ...next })); setKey(newKey()) }
  const putTier = (place: number, next: Tier | undefined) => put({ tiers: value.tiers.flatMap((tier, at) => (at !== place ? [tier] : next === undefined ? [] : [next])) })
  const add = () => {
    const id = ['tier_1', 'tier_2', 'tier_3', 'tier_4', 'tier_5', 'tier_6', 'tier_7', 'tier_8', 'tier_9', 'tier_10', 'tier_11', 'tier_12'].find((one) => value.tiers.every((tier) => tier.id !== one)) ?? 'tier_13'
    put({ tiers: [...value.tiers, { id, name: { zh: words.newTier.zh, en: words.newTier.en }, upgrade: value.tiers.at(-1)?.upgrade ?? { anyOf: [{ allOf: [{ measure: 'spend', atLeast: '50000000', window: { kind: 'rolling', months: 12 } }] }] }, keep: null, benefits: plain }] })
  }
  return (
    <Drawer open onClose={onClose} size={920} title={say(words.title)} footer={(
      <div className="ck-bar">
        <Button type="primary" loading={save.isPending} disabled={!isChanged || preview.error !== null || (isLater && day === undefined)} onClick={() => save.mutate()}>{say(words.save)}</Button>
        {mayOpen(rights, 'replay.write') && <Button disabled={!isChanged || preview.error !== null} onClick={() => { handDraft('replay.tiers', value); go('/replay') }}>{say(words.replay)}</Button>}
        <Segmented aria-label={say(words.when)} value={isLater} onChange={setLater} options={[{ value: false, label: say(words.atOnce) }, { value: true, label: say(words.onDay) }]} />
        {isLater && <DatePicker aria-label={say(words.when)} value={day === undefined ? null : dayjs(day)} disabledDate={(one) => one.format('YYYY-MM-DD') <= today} onChange={(next: dayjs.Dayjs | null) => setDay(next?.format('YYYY-MM-DD'))} />}
        <Input className="ti-note" aria-label={say(words.note)} placeholder={say(words.note)} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
    )}>
      <div className="ti-form">
        {draft.wasKept && isChanged && <Alert type="info" showIcon title={say(words.kept)} action={<Button size="small" onClick={draft.clear}>{say(words.startOver)}</Button>} />}
        {save.error !== null && <ErrorNote error={save.error} />}
        {value.tiers.map((tier, place) => <TierFields key={tier.id} tier={tier} isFirst={place === 0} onChange={(next) => putTier(place, next)} onRemove={value.tiers.length > 1 && place > 0 ? () => putTier(place, undefined) : undefined} />)}
        <div><Button disabled={value.tiers.length >= 12} onClick={add}>{say(words.addTier)}</Button></div>
        <TermsFields value={value} onChange={put} />
        {isChanged && <LadderPreview preview={preview.data} error={preview.error} isStale={preview.isFetching} />}
      </div>
    </Drawer>
  )
}

const emptyLadder: PolicyParameters = {
  growthCurrency: 'growth', expiry: { anchor: 'tier', months: 12, from: null, leastMonths: 0, graceDays: 0 }, downgrade: 'earned', onReturn: 'withdraw', protection: { afterUpgradeDays: 0, afterReturnDays: 7 },
  tiers: [{ id: 'member', name: { zh: words.newTier.zh, en: words.newTier.en }, upgrade: null, keep: null, benefits: plain }]
}
