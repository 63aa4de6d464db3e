import { DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '#web/locale.tsx'
import { ladderWords as words } from './tiers.page.words.ts'
import type { PolicyParameters } from './tiers.schema.ts'

interface TermsProps { readonly value: PolicyParameters, readonly onChange: (next: Partial<PolicyParameters>) => void }

/** When terms end, and what happens at their end or after a return. */
export function TermsFields({ value: { expiry, downgrade, onReturn, protection }, onChange }: TermsProps) {
  const { say } = useWords()
  const anchors = { tier: words.anchorTier, join: words.anchorJoin, calendar: words.anchorCalendar, cycle: words.anchorCycle }
  const term = (next: Partial<PolicyParameters['expiry']>) => onChange({ expiry: { ...expiry, ...next } })
  const number = (label: string, value: number, least: number, most: number, put: (n: number) => void) => (
    <label>{label}<InputNumber min={least} max={most} precision={0} value={value} onChange={(n) => { if (n !== null) put(n) }} /></label>
  )
  return (
    <fieldset className="ti-tier">
      <legend>{say(words.terms)}</legend>
      <div className="ti-fields">
        <label>{say(words.anchor)}<Select value={expiry.anchor} onChange={(anchor) => term({ anchor, ...(anchor === 'calendar' ? { months: 12 } : {}) })} options={(['tier', 'join', 'calendar', 'cycle'] as const).map((one) => ({ value: one, label: say(anchors[one]) }))} /></label>
        {expiry.anchor !== 'calendar' && number(say(words.termMonths), expiry.months, 1, 120, (months) => term({ months }))}
        {expiry.anchor === 'cycle' && <label>{say(words.from)}<DatePicker value={expiry.from === null ? null : dayjs(expiry.from)} onChange={(next) => term({ from: next?.format('YYYY-MM-DD') ?? null })} /></label>}
        {number(say(words.leastMonths), expiry.leastMonths, 0, 60, (leastMonths) => term({ leastMonths }))}
        {number(say(words.graceDays), expiry.graceDays, 0, 365, (graceDays) => term({ graceDays }))}
        <label>{say(words.downgrade)}<Select value={downgrade} onChange={(next) => onChange({ downgrade: next })} options={(['step', 'earned'] as const).map((one) => ({ value: one, label: say(words[one]) }))} /></label>
        <label>{say(words.onReturn)}<Select value={onReturn} onChange={(next) => onChange({ onReturn: next })} options={[{ value: 'withdraw' as const, label: say(words.withdraw) }, { value: 'term_end' as const, label: say(words.termEnd) }]} /></label>
        {onReturn === 'withdraw' && number(say(words.afterReturn), protection.afterReturnDays, 0, 365, (afterReturnDays) => onChange({ protection: { ...protection, afterReturnDays } }))}
        {onReturn === 'withdraw' && number(say(words.afterUpgrade), protection.afterUpgradeDays, 0, 365, (afterUpgradeDays) => onChange({ protection: { ...protection, afterUpgradeDays } }))}
      </div>
    </fieldset>
  )
}
