import { Button, DatePicker, Drawer, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { startOf } from '#foundation/zone.ts'
import { write } from '#web/client.ts'
import { todayIn } from '#web/day.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import { AmountInput, amountOf } from './points.amount.tsx'
import { useCurrencies } from './points.currency.tsx'
import { ratesWords as words } from './points.move.words.ts'
import './points.policy.css'
import { useRateTold } from './points.rate.told.tsx'

/** A new rate, in force at once or from a day on. Its sentence stands below while it is typed. */
export function NewRate({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { zone } = useSession().business
  const id = useId()
  const currencies = useCurrencies()
  const told = useRateTold()
  const spendable = currencies.keys.filter((key) => currencies.isSpendable(key))
  const [chosenFrom, setFrom] = useState<string>()
  const [chosenTo, setTo] = useState<string>()
  const [give, setGive] = useState('')
  const [get, setGet] = useState('')
  const [day, setDay] = useState<string>()
  const [note, setNote] = useState('')
  const from = chosenFrom ?? spendable[0] ?? 'points'
  const to = chosenTo ?? currencies.keys.find((key) => key !== from) ?? ''
  const [giveDigits, getDigits] = [amountOf(give, currencies.scaleOf(from)), amountOf(get, currencies.scaleOf(to))]
  const rate = giveDigits === undefined || getDigits === undefined || from === to ? undefined : { from, to, give: giveDigits, get: getDigits }
  const save = useDeed((body: NonNullable<typeof rate>, key) => write('post', '/api/points/rates', { body: { ...body, ...(day === undefined ? {} : { validFrom: startOf(day, zone).toISOString() }), ...(note.trim() === '' ? {} : { note: note.trim() }) }, key }), { stale: [['points', 'rates']], done: onClose })
  const options = (keys: readonly string[]) => keys.map((value) => ({ value, label: currencies.nameOf(value) }))
  return (
    <Drawer open onClose={onClose} size={520} title={say(words.add)} footer={<Button type="primary" disabled={rate === undefined} loading={save.isPending} onClick={() => { if (rate !== undefined) save.mutate(rate) }}>{say(words.save)}</Button>}>
      <div className="po-form">
        <div className="po-field"><span><label htmlFor={`${id}f`}>{say(words.from)}</label></span><Select id={`${id}f`} value={from} onChange={setFrom} options={options(spendable)} /></div>
        <div className="po-field"><span><label htmlFor={`${id}g`}>{say(words.give)}</label></span><AmountInput id={`${id}g`} value={give} scale={currencies.scaleOf(from)} onChange={setGive} /></div>
        <div className="po-field"><span><label htmlFor={`${id}t`}>{say(words.to)}</label></span><Select id={`${id}t`} value={to} onChange={setTo} options={options(currencies.keys)} /></div>
        <div className="po-field"><span><label htmlFor={`${id}h`}>{say(words.get)}</label></span><AmountInput id={`${id}h`} value={get} scale={currencies.scaleOf(to)} onChange={setGet} /></div>
        <div className="po-field"><span><label htmlFor={`${id}d`}>{say(words.begins)}</label></span><DatePicker id={`${id}d`} value={day === undefined ? null : dayjs(day)} disabledDate={(one) => one.format('YYYY-MM-DD') <= todayIn(zone, new Date())} onChange={(next: dayjs.Dayjs | null) => setDay(next?.format('YYYY-MM-DD'))} /></div>
        <div className="po-field"><span><label htmlFor={`${id}n`}>{say(words.note)}</label></span><Input id={`${id}n`} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></div>
        {from === to && <p className="ck-soft" role="status">{say(words.same)}</p>}
        {rate !== undefined && <p role="status"><strong>{told(rate)}</strong></p>}
        {save.error !== null && <ErrorNote error={save.error} />}
      </div>
    </Drawer>
  )
}
