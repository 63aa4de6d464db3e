import { Input, InputNumber, Select } from 'antd'
import { useWords } from '#web/locale.tsx'
import { Amount } from './earning.amount.tsx'
import type { Known } from './earning.names.tsx'
import { ruleFormWords as words } from './earning.page.words.ts'
import { Field } from './earning.field.tsx'
import type { Asked, Give, Rounding } from './earning.schema.ts'

const kinds = ['rate', 'extra', 'times', 'tier', 'unit', 'fixed', 'event'] as const
type Kind = (typeof kinds)[number]
const kindOf = (give: Give): Kind => (give.kind === 'rate' && give.extra === true ? 'extra' : give.kind)
const roundings = ['floor', 'half_even', 'ceil'] as const
const tests = ['equals', 'not', 'at_least', 'at_most', 'one_of'] as const

/** What a rule of this kind gives to begin with. */
function giveOf(kind: Kind, points: number): Give {
  switch (kind) {
    case 'rate': return { kind: 'rate', points, perMinor: '10000' }
    case 'extra': return { kind: 'rate', points, perMinor: '10000', extra: true }
    case 'times': return { kind: 'times', permille: 2000 }
    case 'tier': return { kind: 'tier' }
    case 'unit': return { kind: 'unit', points }
    case 'fixed': return { kind: 'fixed', points }
    case 'event': return { kind: 'event', event: 'surveys.answered', points }
  }
}

interface GiveProps { readonly give: Give, readonly scale: number, readonly rounding: Rounding, readonly names: Known, readonly fault: string | undefined, readonly onChange: (give: Give) => void, readonly onRounding: (rounding: Rounding) => void }

export function GiveFields({ give, scale, rounding, names, fault, onChange, onRounding }: GiveProps) {
  const { say } = useWords()
  const kind = kindOf(give)
  return (
    <>
      <h3>{say(words.gives)}</h3>
      <div className="ea-pairs">
        <Field label={say(words.gives)} fault={fault} isWhole><Select value={kind} options={kinds.map((value) => ({ value, label: say(words[value]) }))} onChange={(next: Kind) => onChange(giveOf(next, 'points' in give ? give.points : 10 ** scale))} /></Field>
        {'points' in give && <Field label={say(words.points)}><Amount scale={scale} value={give.points} onChange={(points) => { if (points !== null) onChange({ ...give, points }) }} /></Field>}
        {give.kind === 'rate' && <Field label={say(words.per)}><InputNumber min={0.0001} precision={2} prefix={names.money} value={Number(give.perMinor) / 10_000} onChange={(next) => { if (next !== null && next > 0) onChange({ ...give, perMinor: String(Math.round(next * 10_000)) }) }} /></Field>}
        {give.kind === 'times' && <Field label={say(words.factor)}><InputNumber min={1.001} max={100} step={0.5} value={give.permille / 1000} onChange={(next) => { if (next !== null && next > 1) onChange({ ...give, permille: Math.round(next * 1000) }) }} /></Field>}
        {give.kind !== 'fixed' && give.kind !== 'event' && <Field label={say(words.rounding)}><Select value={rounding} options={roundings.map((value) => ({ value, label: say(words[value]) }))} onChange={onRounding} /></Field>}
        {give.kind === 'event' && <Field label={say(words.eventKind)}><Input value={give.event} maxLength={60} onChange={(event) => onChange({ ...give, event: event.target.value.trim() })} /></Field>}
        {give.kind === 'event' && <AskFields ask={give.asks?.[0]} onChange={(ask) => { const { asks: _, ...rest } = give; onChange(ask === undefined ? rest : { ...rest, asks: [ask] }) }} />}
      </div>
    </>
  )
}

function AskFields({ ask, onChange }: { readonly ask: Asked | undefined, readonly onChange: (ask: Asked | undefined) => void }) {
  const { say } = useWords()
  const value = ask === undefined ? '' : Array.isArray(ask.value) ? ask.value.join(',') : String(ask.value)
  return (
    <>
      <Field label={say(words.field)}><Input value={ask?.field ?? ''} maxLength={60} onChange={(event) => onChange(event.target.value === '' ? undefined : askOf(event.target.value, ask?.is ?? 'at_least', value))} /></Field>
      {ask !== undefined && <Field label={say(words.is)}><Select value={ask.is} options={tests.map((one) => ({ value: one, label: say(words[one]) }))} onChange={(is: Asked['is']) => onChange(askOf(ask.field, is, value))} /></Field>}
      {ask !== undefined && <Field label={say(words.value)}><Input value={value} maxLength={200} onChange={(event) => onChange(askOf(ask.field, ask.is, event.target.value))} /></Field>}
    </>
  )
}

/** A value that reads as a number is one. */
function askOf(field: string, is: Asked['is'], value: string): Asked {
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined
  if (is === 'at_least' || is === 'at_most') return { field, is, value: number ?? 0 }
  if (is === 'one_of') return { field, is, value: value.split(',').map((one) => one.trim()).filter((one) => one !== '') }
  return { field, is, value: value === 'true' ? true : value === 'false' ? false : number ?? value }
}
