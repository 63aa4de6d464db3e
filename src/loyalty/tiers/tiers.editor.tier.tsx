import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useWords } from '#web/locale.tsx'
import { RuleFields } from './tiers.editor.rule.tsx'
import { ladderWords as words } from './tiers.page.words.ts'
import type { Benefits, Tier } from './tiers.schema.ts'

interface TierProps { readonly tier: Tier, readonly isFirst: boolean, readonly onChange: (tier: Tier) => void, readonly onRemove: (() => void) | undefined }

/** One tier: its name, how it is reached and kept, and what it brings. */
export function TierFields({ tier, isFirst, onChange, onRemove }: TierProps) {
  const { say } = useWords()
  const { name, upgrade, keep, benefits } = tier
  const put = (next: Partial<Tier>) => onChange({ ...tier, ...next })
  const named = (zh: string, en: string) => put({ name: { zh, en } })
  return (
    <fieldset className="ti-tier">
      <legend>{say(name)}</legend>
      <div className="ti-fields">
        <label>{say(words.tierName)}<Input maxLength={40} value={name.zh} onChange={(event) => named(event.target.value, name.en)} /></label>
        <label>{say(words.tierNameEn)}<Input maxLength={40} value={name.en} onChange={(event) => named(name.zh, event.target.value)} /></label>
      </div>
      {!isFirst && upgrade !== null && <RuleFields rule={upgrade} label={say(words.upgrade)} onChange={(rule) => put({ upgrade: rule })} />}
      {!isFirst && <Checkbox checked={keep === null} onChange={(event) => put({ keep: event.target.checked ? null : upgrade })}>{say(words.keepNever)}</Checkbox>}
      {keep !== null && <RuleFields rule={keep} label={say(words.keep)} onChange={(rule) => put({ keep: rule })} />}
      <BenefitFields benefits={benefits} onChange={(next) => put({ benefits: next })} />
      {onRemove !== undefined && <div><Button size="small" danger type="text" onClick={onRemove}>{say(words.removeTier)}</Button></div>}
    </fieldset>
  )
}

function BenefitFields({ benefits, onChange }: { readonly benefits: Benefits, readonly onChange: (benefits: Benefits) => void }) {
  const { say } = useWords()
  const { ratePermille, birthdayGift, freeDeliveryFromMinor, warrantyMonths, invitations, service } = benefits
  const put = (next: Partial<Benefits>) => onChange({ ...benefits, ...next })
  const gift = (zh: string, en: string) => put({ birthdayGift: zh === '' && en === '' ? null : { zh: zh === '' ? en : zh, en: en === '' ? zh : en } })
  return (
    <div className="ti-fields">
      <label>{say(words.rate)}<InputNumber min={0} max={100_000} precision={0} value={ratePermille} onChange={(n) => { if (n !== null) put({ ratePermille: n }) }} /></label>
      <label>{say(words.birthday)}<Input maxLength={80} value={birthdayGift?.zh ?? ''} onChange={(event) => gift(event.target.value, birthdayGift?.en === birthdayGift?.zh ? '' : birthdayGift?.en ?? '')} /></label>
      <label>{say(words.birthdayEn)}<Input maxLength={80} value={birthdayGift?.en ?? ''} onChange={(event) => gift(birthdayGift?.zh === birthdayGift?.en ? '' : birthdayGift?.zh ?? '', event.target.value)} /></label>
      <label>{say(words.delivery)}<InputNumber min={0} max={100_000_000} precision={2} value={freeDeliveryFromMinor === null ? null : Number(freeDeliveryFromMinor) / 10_000} onChange={(n) => put({ freeDeliveryFromMinor: n === null ? null : String(Math.round(n * 10_000)) })} /></label>
      <label>{say(words.warranty)}<InputNumber min={0} max={120} precision={0} value={warrantyMonths} onChange={(n) => { if (n !== null) put({ warrantyMonths: n }) }} /></label>
      <label>{say(words.invitations)}<InputNumber min={0} max={100} precision={0} value={invitations} onChange={(n) => { if (n !== null) put({ invitations: n }) }} /></label>
      <label>{say(words.service)}<Select value={service} onChange={(next) => put({ service: next })} options={(['standard', 'priority', 'personal'] as const).map((one) => ({ value: one, label: say(words[one]) }))} /></label>
    </div>
  )
}
