import { Button, DatePicker, Drawer, Input, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { startOf } from '#foundation/zone.ts'
import { write } from '#web/client.ts'
import { todayIn } from '#web/day.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import '../../customers/record/record.css'
import { useCurrencies } from './points.currency.tsx'
import type { Partner } from './points.partner.schema.ts'
import { stalePartners } from './points.partners.owed.tsx'
import { inForce, lacking, perHundred, rateOf, stepOf, type PartnerSide } from './points.partners.schema.ts'
import { partnersPageWords, partnerRatesWords as words } from './points.partners.words.ts'

/** Money for a hundred of a currency, from now or from a day on. */
export function RateDrawer({ partner, onClose }: { readonly partner: Partner, readonly onClose: () => void }) {
  const { say } = useWords()
  const { money } = useFormat()
  const { business } = useSession()
  const currencies = useCurrencies()
  const id = useId()
  const now = new Date()
  const sides: readonly PartnerSide[] = [...(partner.issues ? ['issue' as const] : []), ...(partner.accepts ? ['accept' as const] : [])]
  const [side, setSide] = useState<PartnerSide>(lacking(partner, now)[0] ?? sides[0] ?? 'issue')
  const [chosen, setCurrency] = useState<string>()
  const currency = chosen ?? currencies.keys[0] ?? 'points'
  const scale = currencies.scaleOf(currency)
  const [text, setText] = useState('')
  const [isLater, setLater] = useState(false)
  const [day, setDay] = useState<string>()
  const moneyMinor = rateOf(text, scale)
  const isReady = moneyMinor !== undefined && (!isLater || day !== undefined)
  const before = inForce(partner.rates, now).find((rate) => rate.side === side && rate.currency === currency)
  const from = isLater && day !== undefined ? { validFrom: startOf(day, business.zone).toISOString() } : {}
  const save = useDeed((_: undefined, key) => write('post', '/api/points/partners/{partnerId}/rates', { key, path: { partnerId: partner.partnerId }, body: { side, currency, moneyMinor: moneyMinor ?? '', ...from } }), { ...stalePartners, done: onClose })
  return (
    <Drawer open onClose={onClose} title={say(words.addTitle, { name: partner.name })} footer={<Button type="primary" htmlType="submit" form={`${id}form`} loading={save.isPending} disabled={!isReady}>{say(words.save)}</Button>}>
      <form id={`${id}form`} className="re-form" onSubmit={(event) => { event.preventDefault(); if (isReady) save.mutate(undefined) }}>
        {sides.length > 1 && <fieldset><legend>{say(words.side)}</legend><Segmented block aria-label={say(words.side)} value={side} onChange={setSide} options={sides.map((value) => ({ value, label: say(value === 'issue' ? partnersPageWords.issues : partnersPageWords.accepts) }))} /></fieldset>}
        {currencies.keys.length > 1 && <div className="re-labelled"><label htmlFor={`${id}currency`}>{say(words.currency)}</label><Select id={`${id}currency`} value={currency} onChange={setCurrency} options={currencies.keys.map((value) => ({ value, label: currencies.nameOf(value) }))} /></div>}
        <div className="re-labelled">
          <label htmlFor={`${id}money`}>{say(words.hundred, { currency: currencies.spokenOf(currency), money: business.currency })}</label>
          <Input id={`${id}money`} inputMode="decimal" autoComplete="off" value={text} {...(text !== '' && moneyMinor === undefined ? { status: 'error' as const, 'aria-describedby': `${id}fault` } : {})} onChange={({ target }) => setText(target.value.trim())} />
          {text !== '' && moneyMinor === undefined && <em className="po-fault" role="alert" id={`${id}fault`}>{say(words.step, { step: money(stepOf(scale), { exact: true }) })}</em>}
        </div>
        <fieldset>
          <legend>{say(words.when)}</legend>
          <Segmented block aria-label={say(words.when)} value={isLater} onChange={setLater} options={[{ value: false, label: say(words.atOnce) }, { value: true, label: say(words.onDay) }]} />
          {isLater && <DatePicker aria-label={say(words.when)} value={day === undefined ? null : dayjs(day)} disabledDate={(one) => one.format('YYYY-MM-DD') <= todayIn(business.zone, now)} onChange={(next: dayjs.Dayjs | null) => setDay(next?.format('YYYY-MM-DD'))} />}
        </fieldset>
        <p className="ck-soft ck-small">{before === undefined ? say(words.first) : say(words.replaces, { money: money(perHundred(before.moneyMinor, scale), { exact: true }) })}</p>
        {save.error !== null && <ErrorNote error={save.error} />}
      </form>
    </Drawer>
  )
}
