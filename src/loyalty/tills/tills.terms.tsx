import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { parseMinor, plainMoney } from '#foundation/money.ts'
import { read, write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { tillsPageWords as words } from './tills.page.words.ts'
import type { Setting } from './tills.schema.ts'

/** What points are worth at the till and what tills without network may risk, saved as a new version. */
export function Terms({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { data, error, refetch } = useQuery({ queryKey: ['tills', 'setting'], queryFn: ({ signal }) => read('/api/tills/setting', { signal }) })
  return (
    <Drawer open onClose={onClose} title={say(words.terms)}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data !== undefined && <TermsForm setting={data} onSaved={onClose} />}
    </Drawer>
  )
}

const numbers = ['points', 'money', 'step', 'least', 'most', 'share', 'clock', 'late', 'worst', 'member', 'hours'] as const
type Name = typeof numbers[number]
const labels = {
  points: words.termPoints, money: words.termMoney, step: words.termStep, least: words.termLeast, most: words.termMost, share: words.termShare, clock: words.termClock, late: words.termLate, worst: words.termWorst,
  member: words.termMember, hours: words.termHours
} as const

function TermsForm({ setting: { parameters: p, version }, onSaved }: { readonly setting: Setting, readonly onSaved: () => void }) {
  const { say } = useWords()
  const { num, money } = useFormat()
  const id = useId()
  const [key, setKey] = useState(newKey)
  const [bears, setBears] = useState(p.offline.overspend)
  const [values, setValues] = useState<Readonly<Record<Name, string>>>({
    points: p.points, money: plainMoney(BigInt(p.moneyMinor)), step: p.step, least: p.least, most: p.most ?? '', share: String(p.sharePermille / 10), clock: String(p.clockMinutes), late: String(p.lateHours),
    worst: p.offline.worstPoints, member: p.offline.perMember, hours: String(p.offline.hours)
  })
  const parameters = {
    ...p, points: values.points, moneyMinor: (parseMinor(values.money) ?? 0n).toString(), step: values.step, least: values.least, most: values.most === '' ? null : values.most, sharePermille: Math.round(Number(values.share) * 10),
    clockMinutes: Number(values.clock), lateHours: Number(values.late), offline: { worstPoints: values.worst, perMember: values.member, hours: Number(values.hours), overspend: bears }
  }
  const save = useMutation({ mutationFn: () => write('put', '/api/tills/setting', { body: { parameters, version }, key }), onSuccess: onSaved, onError: () => setKey(newKey()) })
  const worth = /^\d{1,15}$/.test(values.worst) && /^[1-9]\d{0,14}$/.test(values.points) ? BigInt(values.worst) * (parseMinor(values.money) ?? 0n) / BigInt(values.points) : 0n
  return (
    <form style={{ display: 'grid', gap: 12 }} onSubmit={(event) => { event.preventDefault(); save.mutate() }}>
      {numbers.map((name) => (
        <div key={name} style={{ display: 'grid', gap: 4 }}>
          <label htmlFor={`${id}${name}`}>{say(labels[name])}</label>
          <Input id={`${id}${name}`} inputMode="decimal" value={values[name]} onChange={(event) => { setValues({ ...values, [name]: event.target.value.trim() }); setKey(newKey()) }} />
          {name === 'worst' && <p className="ck-soft ck-small" role="status">{say(words.worstNow, { points: num(Number(values.worst) || 0), money: money(worth) })}</p>}
        </div>
      ))}
      <label htmlFor={`${id}bears`}>{say(words.termBears)}</label>
      <Select id={`${id}bears`} value={bears} onChange={(next) => { setBears(next); setKey(newKey()) }} options={[{ value: 'debt' as const, label: say(words.bearsDebt) }, { value: 'store' as const, label: say(words.bearsStore) }]} />
      {save.error !== null && <ErrorNote error={save.error} />}
      <p className="ck-soft ck-small">{say(words.savedAs, { n: version })}</p>
      <Button type="primary" htmlType="submit" loading={save.isPending}>{say(words.save)}</Button>
    </form>
  )
}
