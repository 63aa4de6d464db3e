import { Button } from 'antd'
import { useWords } from '#web/locale.tsx'
import { EligibilityFields, LimitFields, Percent, ScopeFields } from './rewards.fields.tsx'
import { formWords as words } from './rewards.form.words.ts'
import { BoundInput, Choice, CountInput } from './rewards.inputs.tsx'
import type { KindProps } from './rewards.kinds.tsx'
import type { OfferParameters } from './rewards.parameters.schema.ts'

const begun: { readonly [K in OfferParameters['shape']['is']]: Extract<OfferParameters['shape'], { is: K }> } = {
  buy_get: { is: 'buy_get', buy: 2, get: 1 }, nth: { is: 'nth', nth: 2, permille: 500 }, steps: { is: 'steps', steps: [{ from: 3, permille: 100 }, { from: 5, permille: 200 }] }, frequency: { is: 'frequency', kth: 5, days: 30, permille: 100 }
}

export function OfferFields({ value, onChange }: KindProps<'offer'>) {
  const p = value.parameters
  const put = (change: Partial<typeof p>): void => onChange({ ...value, parameters: { ...p, ...change } })
  const isGrouped = p.shape.is === 'buy_get' || p.shape.is === 'nth'
  return (
    <>
      <div className="rw-pair">
        <Choice label={words.shape} value={p.shape.is} options={[['buy_get', words.buyGet], ['nth', words.nth], ['steps', words.steps], ['frequency', words.frequency]]} onChange={(is) => put({ shape: begun[is], groups: null })} />
        <CountInput label={words.rank} least={0} most={1000} value={p.rank} onChange={(rank) => put({ rank })} />
      </div>
      <ShapeFields value={p.shape} onChange={(shape) => put({ shape })} />
      {isGrouped && <div className="rw-pair"><BoundInput label={words.groups} value={p.groups} most={1000} onChange={(groups) => put({ groups })} /></div>}
      <ScopeFields value={p.scope} onChange={(scope) => put({ scope })} />
      <LimitFields value={p.limit} onChange={(limit) => put({ limit })} />
      <EligibilityFields value={p.eligibility} onChange={(eligibility) => put({ eligibility })} />
    </>
  )
}

function ShapeFields({ value: shape, onChange }: { readonly value: OfferParameters['shape'], readonly onChange: (shape: OfferParameters['shape']) => void }) {
  const { say } = useWords()
  switch (shape.is) {
    case 'buy_get': return (
      <div className="rw-pair">
        <CountInput label={words.buy} most={100} value={shape.buy} onChange={(buy) => onChange({ ...shape, buy })} />
        <CountInput label={words.get} most={100} value={shape.get} onChange={(get) => onChange({ ...shape, get })} />
      </div>
    )
    case 'nth': return (
      <div className="rw-pair">
        <CountInput label={words.nthPiece} least={2} most={100} value={shape.nth} onChange={(nth) => onChange({ ...shape, nth })} />
        <Percent value={shape.permille} onChange={(permille) => onChange({ ...shape, permille })} />
      </div>
    )
    case 'steps': return (
      <>
        {shape.steps.map((step, at) => {
          const put = (change: Partial<typeof step>): void => onChange({ ...shape, steps: shape.steps.map((one, place) => (place === at ? { ...one, ...change } : one)) })
          return (
            <div className="rw-row" key={at}>
              <CountInput label={words.fromPieces} most={10_000} value={step.from} onChange={(from) => put({ from })} />
              <Percent value={step.permille} onChange={(permille) => put({ permille })} />
              {shape.steps.length > 1 && <Button onClick={() => onChange({ ...shape, steps: shape.steps.filter((_, place) => place !== at) })}>{say(words.remove)}</Button>}
            </div>
          )
        })}
        {shape.steps.length < 10 && <div><Button size="small" onClick={() => onChange({ ...shape, steps: [...shape.steps, { from: (shape.steps.at(-1)?.from ?? 1) + 2, permille: Math.min(1000, (shape.steps.at(-1)?.permille ?? 0) + 50) }] })}>{say(words.addStep)}</Button></div>}
      </>
    )
    case 'frequency': return (
      <div className="rw-pair">
        <CountInput label={words.kth} least={2} most={1000} value={shape.kth} onChange={(kth) => onChange({ ...shape, kth })} />
        <CountInput label={words.days} most={3650} value={shape.days} onChange={(days) => onChange({ ...shape, days })} />
        <Percent value={shape.permille} onChange={(permille) => onChange({ ...shape, permille })} />
      </div>
    )
  }
}
