import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { read } from '#web/client.ts'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { EligibilityFields, LimitFields, RewardChoice, ScopeFields, Tick } from './rewards.fields.tsx'
import { formWords as words } from './rewards.form.words.ts'
import { BoundInput, Choice, CountInput, DigitsInput, Labelled, MoneyInput, TextInput } from './rewards.inputs.tsx'
import { OfferFields } from './rewards.offer.fields.tsx'
import type { Definition, NewDefinition } from './rewards.schema.ts'

export interface KindProps<K extends NewDefinition['kind']> { readonly value: Extract<NewDefinition, { kind: K }>, readonly onChange: (value: NewDefinition) => void, readonly rewards: readonly Definition[] }

/** What is set for each kind. */
export function KindFields({ value, onChange, rewards }: { readonly value: NewDefinition, readonly onChange: (value: NewDefinition) => void, readonly rewards: readonly Definition[] }) {
  switch (value.kind) {
    case 'reward': return <RewardFields value={value} onChange={onChange} rewards={rewards} />
    case 'stamp_card': return <CardFields value={value} onChange={onChange} rewards={rewards} />
    case 'offer': return <OfferFields value={value} onChange={onChange} rewards={rewards} />
    case 'gift': return <GiftFields value={value} onChange={onChange} rewards={rewards} />
    case 'trade_in': return <TradeInFields value={value} onChange={onChange} rewards={rewards} />
    case 'mileage': return <MileageFields value={value} onChange={onChange} rewards={rewards} />
    case 'companion': return <CompanionFields value={value} onChange={onChange} rewards={rewards} />
  }
}

function RewardFields({ value, onChange }: KindProps<'reward'>) {
  const { say } = useWords()
  const { rights } = useSession()
  const p = value.parameters
  const put = (change: Partial<typeof p>): void => onChange({ ...value, parameters: { ...p, ...change } })
  const putOption = (at: number, change: Partial<(typeof p.options)[number]>): void => put({ options: p.options.map((one, place) => (place === at ? { ...one, ...change } : one)) })
  const vouchers = useQuery({ queryKey: ['vouchers', 'templates'], enabled: p.form === 'voucher' && mayOpen(rights, 'vouchers.read'), queryFn: ({ signal }) => read('/api/vouchers/templates', { signal }) })
  return (
    <>
      <div className="rw-pair">
        <Choice label={words.form} value={p.form} options={[['gift', words.gift], ['service', words.service], ['voucher', words.voucher], ['donation', words.donation]]} onChange={(form) => put({ form, ...(form === 'voucher' ? { stock: 'none' as const } : { voucherId: null }) })} />
        <MoneyInput label={words.value} value={p.valueMinor} onChange={(valueMinor) => put({ valueMinor })} />
      </div>
      {p.form === 'voucher' && <Labelled label={words.voucherOf}>{(id) => <Select id={id} value={p.voucherId} onChange={(voucherId) => put({ voucherId })} options={(vouchers.data?.items ?? []).map((one) => ({ value: one.templateId, label: say({ zh: one.terms.nameZh, en: one.terms.nameEn }) }))} />}</Labelled>}
      {p.options.map((option, at) => (
        <div className="rw-row" key={at}>
          <DigitsInput label={words.points} value={option.points} onChange={(points) => putOption(at, { points })} />
          <MoneyInput label={words.money} value={option.moneyMinor} onChange={(moneyMinor) => putOption(at, { moneyMinor })} />
          <Button onClick={() => put({ options: p.options.filter((_, place) => place !== at) })}>{say(words.remove)}</Button>
        </div>
      ))}
      {p.options.length < 6 && <div><Button size="small" onClick={() => put({ options: [...p.options, { currency: 'points', points: '100', moneyMinor: '0' }] })}>{say(words.addOption)}</Button></div>}
      <div className="rw-pair">
        <Choice label={words.stock} value={p.stock} options={[['none', words.none], ['whole', words.whole], ['stores', words.stores]]} onChange={(stock) => put({ stock })} />
        <Choice label={words.handover} value={p.handover} options={[['pick_up', words.pickUp], ['at_once', words.atOnce]]} onChange={(handover) => put({ handover })} />
      </div>
      <LimitFields value={p.limit} onChange={(limit) => put({ limit })} />
      <EligibilityFields value={p.eligibility} onChange={(eligibility) => put({ eligibility })} />
    </>
  )
}

function CardFields({ value, onChange, rewards }: KindProps<'stamp_card'>) {
  const p = value.parameters
  const put = (change: Partial<typeof p>): void => onChange({ ...value, parameters: { ...p, ...change } })
  const by = { order: { by: 'order' as const, fromMinor: '500000' }, amount: { by: 'amount' as const, eachMinor: '500000' }, quantity: { by: 'quantity' as const, each: 1 } }
  return (
    <>
      <div className="rw-pair">
        <Choice label={words.gives} value={p.gives.by} options={[['order', words.byOrder], ['amount', words.byAmount], ['quantity', words.byQuantity]]} onChange={(one) => put({ gives: by[one] })} />
        {p.gives.by === 'order' && <MoneyInput key="order" label={words.fromMoney} value={p.gives.fromMinor} onChange={(fromMinor) => put({ gives: { by: 'order', fromMinor } })} />}
        {p.gives.by === 'amount' && <MoneyInput key="amount" label={words.eachMoney} value={p.gives.eachMinor} onChange={(eachMinor) => put({ gives: { by: 'amount', eachMinor } })} />}
        {p.gives.by === 'quantity' && <CountInput label={words.pieces} value={p.gives.each} most={1000} onChange={(each) => put({ gives: { by: 'quantity', each } })} />}
        <CountInput label={words.size} value={p.size} most={100} onChange={(size) => put({ size })} />
        <RewardChoice value={p.rewardId} rewards={rewards} onChange={(rewardId) => put({ rewardId })} />
        <BoundInput label={words.dayCap} value={p.dayCap} most={100} onChange={(dayCap) => put({ dayCap })} />
        <BoundInput label={words.ttl} value={p.ttlDays} most={3650} onChange={(ttlDays) => put({ ttlDays })} />
        <Choice label={words.afterFull} value={p.afterFull} options={[['on', words.on], ['over', words.over], ['end', words.end]]} onChange={(afterFull) => put({ afterFull })} />
      </div>
      <ScopeFields value={p.scope} onChange={(scope) => put({ scope })} />
      <EligibilityFields value={p.eligibility} onChange={(eligibility) => put({ eligibility })} />
    </>
  )
}

function GiftFields({ value, onChange, rewards }: KindProps<'gift'>) {
  const p = value.parameters
  const { occasion } = p
  const put = (change: Partial<typeof p>): void => onChange({ ...value, parameters: { ...p, ...change } })
  return (
    <>
      <div className="rw-pair">
        <Choice label={words.occasion} value={occasion.on} options={[['purchase', words.onPurchase], ['birthday', words.onBirthday]]} onChange={(on) => put({ occasion: on === 'purchase' ? { on, fromMinor: '1000000', scope: { products: [], categories: [] } } : { on, beforeDays: 7, afterDays: 7 } })} />
        {occasion.on === 'purchase' && <MoneyInput label={words.fromMoney} value={occasion.fromMinor} onChange={(fromMinor) => put({ occasion: { ...occasion, fromMinor } })} />}
        {occasion.on === 'birthday' && <CountInput label={words.before} least={0} most={180} value={occasion.beforeDays} onChange={(beforeDays) => put({ occasion: { ...occasion, beforeDays } })} />}
        {occasion.on === 'birthday' && <CountInput label={words.after} least={0} most={180} value={occasion.afterDays} onChange={(afterDays) => put({ occasion: { ...occasion, afterDays } })} />}
        <RewardChoice value={p.rewardId} rewards={rewards} onChange={(rewardId) => put({ rewardId })} />
      </div>
      {occasion.on === 'purchase' && <ScopeFields value={occasion.scope} onChange={(scope) => put({ occasion: { ...occasion, scope } })} />}
      <LimitFields value={p.limit} onChange={(limit) => put({ limit })} />
      <EligibilityFields value={p.eligibility} onChange={(eligibility) => put({ eligibility })} />
    </>
  )
}

function TradeInFields({ value, onChange }: KindProps<'trade_in'>) {
  const { say } = useWords()
  const p = value.parameters
  const put = (change: Partial<typeof p>): void => onChange({ ...value, parameters: { ...p, ...change } })
  const putGrade = (at: number, change: Partial<(typeof p.grades)[number]>): void => put({ grades: p.grades.map((one, place) => (place === at ? { ...one, ...change } : one)) })
  return (
    <>
      {p.grades.map(({ grade, creditMinor }, at) => (
        <div className="rw-pair" key={at}>
          <TextInput label={words.gradeZh} value={grade.zh} onChange={(zh) => putGrade(at, { grade: { ...grade, zh } })} />
          <TextInput label={words.gradeEn} value={grade.en} onChange={(en) => putGrade(at, { grade: { ...grade, en } })} />
          <MoneyInput label={words.credit} value={creditMinor} onChange={(minor) => putGrade(at, { creditMinor: minor })} />
          {p.grades.length > 1 && <Button onClick={() => put({ grades: p.grades.filter((_, place) => place !== at) })}>{say(words.remove)}</Button>}
        </div>
      ))}
      {p.grades.length < 10 && <div><Button size="small" onClick={() => put({ grades: [...p.grades, { grade: { zh: '一般', en: 'Fair' }, creditMinor: '200000' }] })}>{say(words.addGrade)}</Button></div>}
      <div className="rw-pair"><BoundInput label={words.ttl} value={p.ttlDays} most={3650} onChange={(ttlDays) => put({ ttlDays })} /></div>
      <ScopeFields value={p.scope} onChange={(scope) => put({ scope })} />
      <EligibilityFields value={p.eligibility} onChange={(eligibility) => put({ eligibility })} />
    </>
  )
}

function MileageFields({ value, onChange, rewards }: KindProps<'mileage'>) {
  const { say } = useWords()
  const p = value.parameters
  const put = (change: Partial<typeof p>): void => onChange({ ...value, parameters: { ...p, ...change } })
  const putLevel = (at: number, change: Partial<(typeof p.levels)[number]>): void => put({ levels: p.levels.map((one, place) => (place === at ? { ...one, ...change } : one)) })
  return (
    <>
      <div className="rw-pair">
        <TextInput label={words.currency} value={p.currency} onChange={(currency) => put({ currency })} />
        <TextInput label={words.unitZh} value={p.unit.zh} onChange={(zh) => put({ unit: { ...p.unit, zh } })} />
        <TextInput label={words.unitEn} value={p.unit.en} onChange={(en) => put({ unit: { ...p.unit, en } })} />
        <Choice label={words.counts} value={p.scope === null ? 'hand' : 'goods'} options={[['hand', words.byHand], ['goods', words.byGoods]]} onChange={(how) => put({ scope: how === 'hand' ? null : { products: [], categories: [] } })} />
        {p.scope !== null && <CountInput label={words.unitsEach} value={p.unitsEach} most={100_000} onChange={(unitsEach) => put({ unitsEach })} />}
      </div>
      {p.scope !== null && <ScopeFields value={p.scope} onChange={(scope) => put({ scope })} />}
      {p.levels.map((level, at) => (
        <div className="rw-row" key={at}>
          <DigitsInput label={words.level} value={level.at} onChange={(digits) => putLevel(at, { at: digits })} />
          <RewardChoice value={level.rewardId} rewards={rewards} onChange={(rewardId) => putLevel(at, { rewardId })} />
          {p.levels.length > 1 && <Button onClick={() => put({ levels: p.levels.filter((_, place) => place !== at) })}>{say(words.remove)}</Button>}
        </div>
      ))}
      <div><Button size="small" onClick={() => put({ levels: [...p.levels, { at: '20000', rewardId: p.levels[0]?.rewardId ?? '' }] })}>{say(words.addLevel)}</Button></div>
      <EligibilityFields value={p.eligibility} onChange={(eligibility) => put({ eligibility })} />
    </>
  )
}

function CompanionFields({ value, onChange, rewards }: KindProps<'companion'>) {
  const { say } = useWords()
  const p = value.parameters
  const put = (change: Partial<typeof p>): void => onChange({ ...value, parameters: { ...p, ...change } })
  return (
    <>
      <div className="rw-pair">
        <TextInput label={words.benefitZh} value={p.benefit.zh} onChange={(zh) => put({ benefit: { ...p.benefit, zh } })} />
        <TextInput label={words.benefitEn} value={p.benefit.en} onChange={(en) => put({ benefit: { ...p.benefit, en } })} />
        <Tick label={words.named} value={p.isNamed} onChange={(isNamed) => put({ isNamed })} />
        <Labelled label={words.reward}>{(id) => <Select id={id} value={p.rewardId ?? ''} onChange={(rewardId) => put({ rewardId: rewardId === '' ? null : rewardId })} options={[{ value: '', label: say(words.noReward) }, ...rewards.map(({ definitionId, title }) => ({ value: definitionId, label: say(title) }))]} />}</Labelled>
      </div>
      <LimitFields value={p.limit} onChange={(limit) => put({ limit })} />
      <EligibilityFields value={p.eligibility} onChange={(eligibility) => put({ eligibility })} />
    </>
  )
}
