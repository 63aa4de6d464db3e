import { Checkbox, InputNumber, Segmented } from 'antd'
import { useWords } from '#web/locale.tsx'
import type { BirthdayDraft } from './record.form.schema.ts'
import { recordPageWords as words } from './record.page.words.ts'
import { basicWords } from './record.words.ts'

/** A birthday as it is told: solar or lunar, the year if known. Whether there is such a day, the server knows. */
export function BirthdayInput({ value, onChange }: { readonly value: BirthdayDraft, readonly onChange: (value: BirthdayDraft) => void }) {
  const { say } = useWords()
  const number = (name: 'year' | 'month' | 'day', least: number, most: number) => (
    <InputNumber aria-label={say(words[name])} placeholder={say(words[name])} min={least} max={most} precision={0} value={value[name]} onChange={(next) => onChange({ ...value, [name]: next })} />
  )
  return (
    <fieldset>
      <legend>{say(basicWords.birthday)}</legend>
      <div className="re-row">
        <Segmented aria-label={say(words.calendar)} value={value.calendar} options={[{ value: 'solar', label: say(words.solar) }, { value: 'lunar', label: say(words.lunar) }]} onChange={(calendar) => onChange({ ...value, calendar: calendar === 'lunar' ? 'lunar' : 'solar', leap: calendar === 'lunar' && value.leap })} />
        {number('year', 1880, 2200)}{number('month', 1, 12)}{number('day', 1, 31)}
        {value.calendar === 'lunar' && <Checkbox checked={value.leap} onChange={(event) => onChange({ ...value, leap: event.target.checked })}>{say(words.leap)}</Checkbox>}
        <span className="ck-soft ck-small">{say(words.unknownYear)}</span>
      </div>
    </fieldset>
  )
}
