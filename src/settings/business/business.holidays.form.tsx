import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { DayChoice } from '#web/daychoice.tsx'
import { useDeed } from '#web/deed.ts'
import { Fault, Field } from '#web/door.tsx'
import { useWords } from '#web/locale.tsx'
import { holidayWords as words } from './business.holidays.words.ts'
import type { Holiday } from './business.schema.ts'

const kinds: readonly Holiday['kind'][] = ['off', 'work']

/** `Boxing Day` → `boxing_day`: under this the same holiday of another year is found again. */
const keyOf = (name: string): string => name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '').slice(0, 40)

/** A day of the next notice. A name already in the table keeps its key, so that years are told together. */
export function HolidayForm({ year, known }: { readonly year: number, readonly known: readonly Holiday[] }) {
  const { say } = useWords()
  const [day, setDay] = useState<string>()
  const [kind, setKind] = useState<Holiday['kind']>('off')
  const [nameZh, setZh] = useState('')
  const [nameEn, setEn] = useState('')
  const same = known.find((one) => one.nameZh === nameZh.trim() || one.nameEn.toLowerCase() === nameEn.trim().toLowerCase())
  const festival = same?.festival ?? keyOf(nameEn)
  const add = useDeed((_: undefined, key) => write('put', '/api/business/holidays', {
    body: { day: day ?? '', kind, festival, nameZh: nameZh.trim() || (same?.nameZh ?? nameEn.trim()), nameEn: nameEn.trim() || (same?.nameEn ?? nameZh.trim()), source: '' }, key
  }), { stale: [['business', 'holidays'], ['forecast']], done: () => setDay(undefined) })
  return (
    <form onSubmit={(event) => { event.preventDefault(); add.mutate(undefined) }}>
      <div className="ck-bar">
        <DayChoice label={say(words.day)} value={day} onChange={setDay} latest={`${String(year + 2)}-12-31`} />
        <Select aria-label={say(words.kind)} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: say(words[value]) }))} popupMatchSelectWidth={false} />
      </div>
      <Field label={say(words.nameZh)}>{(ids) => <Input {...ids} maxLength={60} value={nameZh} onChange={(event) => setZh(event.target.value)} />}</Field>
      <Field label={say(words.nameEn)} hint={say(words.repeat)}>{(ids) => <Input {...ids} maxLength={60} value={nameEn} onChange={(event) => setEn(event.target.value)} />}</Field>
      <Fault error={add.error} />
      <div className="ck-bar ck-card-foot"><Button htmlType="submit" disabled={day === undefined || festival === ''} loading={add.isPending}>{say(words.save)}</Button></div>
    </form>
  )
}
