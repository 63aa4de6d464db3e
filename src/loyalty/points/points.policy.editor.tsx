import { Alert, Button, DatePicker, Drawer, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { startOf } from '#foundation/zone.ts'
import { useGo } from '#web/address.tsx'
import { Problem } from '#web/api.ts'
import { read, write } from '#web/client.ts'
import { todayIn } from '#web/day.ts'
import { useDeed } from '#web/deed.ts'
import { handDraft, useDraft } from '#web/draft.ts'
import { ConflictNote, ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { CurrencyFields } from './points.policy.currency.tsx'
import { NewCurrency } from './points.policy.new.tsx'
import { PolicyDifference } from './points.policy.difference.tsx'
import { carry, faultsOf } from './points.policy.form.schema.ts'
import type { Policies } from './points.policy.versions.tsx'
import { policyFormWords as words, policyPageWords } from './points.policy.words.ts'
import type { PolicyParameters } from './points.schema.ts'
import { inOrder } from './points.terms.words.ts'

interface Base { readonly version: number, readonly parameters: PolicyParameters }
const newestOf = ({ items, newest }: Policies): Base => ({ version: newest, parameters: items.find(({ version }) => version === newest)?.parameters ?? {} })
/** A draft of another shape is left; the server checks the rest. */
const isPolicy = (found: unknown): found is PolicyParameters => typeof found === 'object' && found !== null && Object.values(found).every((one: unknown) => typeof one === 'object' && one !== null && 'ttl' in one && 'onRefund' in one && 'name' in one)

/** The policy as a form. Beside it stands what would change; nothing holds before it is published. */
export function PolicyEditor({ policies, onClose }: { readonly policies: Policies, readonly onClose: () => void }) {
  const { say } = useWords()
  const { rights, business: { zone } } = useSession()
  const go = useGo()
  const [base, setBase] = useState(() => newestOf(policies))
  const { value, set, clear, wasKept } = useDraft(`points.policy.${base.version}`, base.parameters, isPolicy)
  const [isLater, setLater] = useState(false)
  const [day, setDay] = useState<string>()
  const [note, setNote] = useState('')
  const save = useDeed((_: undefined, key) => write('put', '/api/points/policy', { key, body: { parameters: value, version: base.version, note: note.trim(), ...(isLater && day !== undefined ? { validFrom: startOf(day, zone).toISOString() } : {}) } }), { stale: [['points']], done: () => { clear(); onClose() } })
  const load = useDeed(() => read('/api/points/policies', {}), {
    done: (fresh: Policies) => {
      const next = newestOf(fresh)
      set(carry(base.parameters, value, next.parameters))
      setBase(next)
      save.reset()
    }
  })
  // Their places stay while somebody types; new ones come last.
  const places = inOrder(base.parameters).map(([currency]) => currency)
  const place = (currency: string): number => (places.includes(currency) ? places.indexOf(currency) : places.length)
  const isChanged = JSON.stringify(value) !== JSON.stringify(base.parameters)
  const isFaulty = Object.values(value).some((one) => faultsOf(one).size > 0)
  const today = todayIn(zone, new Date())
  const isDayMissing = isLater && (day === undefined || day <= today)
  const isOutrun = save.error instanceof Problem && save.error.code === 'points.policy_changed'
  return (
    <Drawer open onClose={onClose} size="large" title={say(policyPageWords.adjust)} footer={(
      <div className="ck-bar">
        <Button type="primary" loading={save.isPending} disabled={!isChanged || isFaulty || isDayMissing} onClick={() => save.mutate(undefined)}>{say(words.publish)}</Button>
        {mayOpen(rights, 'replay.write') && <Button disabled={!isChanged || isFaulty} onClick={() => { handDraft('replay.points', value); go('/replay') }}>{say(words.replay)}</Button>}
      </div>
    )}>
      <div className="po-form">
        {wasKept && isChanged && <Alert type="info" showIcon title={say(words.kept)} action={<Button size="small" onClick={clear}>{say(words.startOver)}</Button>} />}
        {isOutrun ? <ConflictNote onLoad={() => load.mutate(undefined)} /> : save.error !== null && <ErrorNote error={save.error} />}
        {load.error !== null && <ErrorNote error={load.error} />}
        {Object.entries(value).toSorted(([a], [b]) => place(a) - place(b)).map(([currency, rules]) => <CurrencyFields key={currency} value={rules} onChange={(next) => set((before) => ({ ...before, [currency]: next }))} {...(base.parameters[currency] === undefined ? { onRemove: () => set((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== currency))) } : {})} />)}
        <NewCurrency parameters={value} onAdd={(code, rules) => set((before) => ({ ...before, [code]: rules }))} />
        <div className="po-field"><span>{say(words.start)}</span><Segmented aria-label={say(words.start)} value={isLater} onChange={setLater} options={[{ value: false, label: say(words.now) }, { value: true, label: say(words.later) }]} /></div>
        {isLater && (
          <label className="po-field"><span>{say(words.day, { zone })}</span>
            <DatePicker value={day === undefined ? null : dayjs(day)} disabledDate={(one) => one.format('YYYY-MM-DD') <= today} onChange={(next: dayjs.Dayjs | null) => setDay(next?.format('YYYY-MM-DD'))} />
            {isDayMissing && <em className="po-fault" role="alert">{say(words.faultDay)}</em>}
          </label>
        )}
        <label className="po-field"><span>{say(words.note)}</span><Input value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} /></label>
        <section className="po-preview" aria-live="polite">
          <h3>{say(words.preview)}</h3>
          {isChanged ? <PolicyDifference before={base.parameters} after={value} /> : <p className="ck-soft ck-small">{say(words.nothing)}</p>}
          <p className="ck-soft ck-small">{say(policyPageWords.keeps)}</p>
        </section>
      </div>
    </Drawer>
  )
}
