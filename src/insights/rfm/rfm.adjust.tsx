import { write } from '#web/client.ts'
import { InputNumber, Segmented, Select } from 'antd'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Adjust, Differences, Field, type Difference, type Parameters } from '../definitions/definitions.adjust.tsx'
import { adjustWords } from '../definitions/definitions.adjust.words.ts'
import { scopeWords } from '../definitions/definitions.scope.words.ts'
import type { Scope } from '../warehouse/warehouse.scope.tsx'
import { rfmAdjustWords as words } from './rfm.page.words.ts'
import type { Rfm } from './rfm.schema.ts'

const measures = ['recency', 'frequency', 'monetary'] as const
type Edges = Readonly<Record<(typeof measures)[number], readonly number[] | null>>
const places = [0, 1, 2, 3] as const

const numbersOf = (found: unknown): readonly number[] | null => Array.isArray(found) ? found.map(Number) : null
function edgesOf(value: Parameters): Edges {
  const found = value['cutOffs']
  const read = (name: string) => typeof found === 'object' && found !== null ? numbersOf(Object.entries(found).find(([key]) => key === name)?.[1]) : null
  return { recency: read('recency'), frequency: read('frequency'), monetary: read('monetary') }
}

export function AdjustRfm({ scope, data, onClose }: { readonly scope: Scope, readonly data: Rfm, readonly onClose: () => void }) {
  const { say } = useWords()
  const { num, change } = useFormat()
  const customers = (from: Rfm, id: string) => from.segments.find((one) => one.id === id)?.customers ?? 0
  const differences = (then: Rfm): readonly Difference[] => [
    { name: say(words.total), now: num(data.stamp.n), then: num(then.stamp.n), change: change(then.stamp.n - data.stamp.n) },
    ...data.segments.map((one) => ({ name: say(one.name), now: num(one.customers), then: num(customers(then, one.id)), change: change(customers(then, one.id) - one.customers) }))
  ]
  return (
    <Adjust<Rfm>
      title={say(words.title)} stamp={data.stamp} scope={scope} onClose={onClose} attempt={(body) => write('post', '/api/rfm/preview', { body })}
      fields={(value, onChange) => <RfmFields value={value} onChange={onChange} data={data} />}
      hindrance={(value) => Object.values(edgesOf(value)).some((edges) => edges !== null && edges.some((edge, place) => place > 0 && edge <= (edges[place - 1] ?? -Infinity))) ? say(words.rising) : undefined}
      preview={(then, isStale) => <Differences rows={differences(then)} isStale={isStale} />}
    />
  )
}

function RfmFields({ value, onChange, data }: { readonly value: Parameters, readonly onChange: (value: Parameters) => void, readonly data: Rfm }) {
  const { say } = useWords()
  const edges = edgesOf(value)
  const isOwn = measures.some((measure) => edges[measure] !== null)
  const put = (name: string, next: unknown) => onChange({ ...value, [name]: next })
  // Own cut-offs begin where the quintiles are: a person moves a line, rather than inventing four.
  const own = () => Object.fromEntries(measures.map((measure) => [measure, rising(data.measures[measure].edges, data.measures[measure].own || value['quintiles'] === 'r_rfm')]))
  return (
    <>
      <Field label={say(words.edges)}>
        <Segmented
          value={isOwn ? 'own' : 'quintiles'} onChange={(next) => put('cutOffs', next === 'own' ? own() : { recency: null, frequency: null, monetary: null })}
          options={[{ value: 'quintiles', label: say(words.quintiles) }, { value: 'own', label: say(words.own) }]}
        />
      </Field>
      {isOwn && measures.map((measure) => (
        <fieldset className="in-field in-edges" key={measure}>
          <legend>{say(words[measure])}</legend>
          {places.map((place) => (
            <InputNumber
              key={place} aria-label={`${say(words[measure])} ${say(words.edge, { n: place + 1 })}`} value={edges[measure]?.[place] ?? null}
              onChange={(next) => { if (next !== null) put('cutOffs', { ...edges, [measure]: places.map((one) => one === place ? next : edges[measure]?.[one] ?? one + 1) }) }}
            />
          ))}
        </fieldset>
      ))}
      <Field label={say(words.counts)}>
        <Segmented value={value['frequency'] === 'days' ? 'days' : 'orders'} onChange={(next) => put('frequency', next)} options={[{ value: 'orders', label: say(words.orders) }, { value: 'days', label: say(words.days) }]} />
      </Field>
      <Field label={say(words.window)}>
        <InputNumber min={1} max={36_500} precision={0} value={typeof value['windowDays'] === 'number' ? value['windowDays'] : null} onChange={(next) => put('windowDays', next)} />
      </Field>
      <Field label={say(adjustWords.cleaning)}>
        <Select value={String(value['cleaning'])} onChange={(next: string) => put('cleaning', next)} options={(['net', 'reference', 'gross'] as const).map((rule) => ({ value: rule, label: say(scopeWords[rule]) }))} />
      </Field>
    </>
  )
}

/** A quintile's edge ends its class, an own cut-off begins the next: the nearest whole number that keeps everybody's score. Where ties put two edges in one place, the later moves on. */
function rising(edges: readonly number[], begins: boolean): readonly number[] {
  const whole: number[] = []
  for (const edge of edges) whole.push(Math.max(begins ? Math.ceil(edge) : Math.floor(edge) + 1, (whole.at(-1) ?? -Infinity) + 1))
  return whole
}
