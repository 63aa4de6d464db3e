/** The business's own fields: what they are and which values they take. Pure. */
import { isDay } from '#foundation/zone.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Field } from './record.schema.ts'

export type Custom = Readonly<Record<string, string | number | boolean>>

/** The values as they are kept: unknown fields and values of another type are refused by name; empty ones are left out. */
export function checkCustom(custom: Readonly<Record<string, unknown>>, fields: readonly Field[]): Custom {
  const known = new Map(fields.map((field) => [field.key, field]))
  const kept: Record<string, string | number | boolean> = {}
  for (const [key, value] of Object.entries(custom)) {
    const field = known.get(key)
    if (field === undefined) throw new Refusal('record.unknown_field', 422, { zh: '没有自定义字段“{key}”。', en: 'There is no custom field "{key}".' }, { key })
    if (value === null || value === undefined || value === '') continue
    const read = readValue(field, value)
    if (read === undefined) {
      throw new Refusal('record.wrong_value', 422, {
        zh: '“{label}”的值“{value}”不对：应为{expects}。', en: 'The value "{value}" of "{labelEn}" is wrong; it should be {expectsEn}.'
      }, { label: field.label.zh, labelEn: field.label.en, value: String(value), expects: expects(field).zh, expectsEn: expects(field).en, key })
    }
    kept[key] = read
  }
  return kept
}

function readValue(field: Field, value: unknown): string | number | boolean | undefined {
  switch (field.type) {
    case 'text': return typeof value === 'string' && value.length <= 2000 ? value.trim() : undefined
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'date': return typeof value === 'string' && isDay(value) ? value : undefined
    case 'boolean': return typeof value === 'boolean' ? value : undefined
    case 'choice': return typeof value === 'string' && field.choices.includes(value) ? value : undefined
  }
}

const expects = (field: Field): { zh: string, en: string } => ({
  text: { zh: '不超过 2000 字的文字', en: 'text of at most 2,000 characters' },
  number: { zh: '数字', en: 'a number' },
  date: { zh: '日期（如 2026-11-21）', en: 'a date such as 2026-11-21' },
  boolean: { zh: '是或否', en: 'true or false' },
  choice: { zh: `以下之一：${field.choices.join('、')}`, en: `one of: ${field.choices.join(', ')}` }
})[field.type]
