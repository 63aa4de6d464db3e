import { Select } from 'antd'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { Amount } from './earning.amount.tsx'
import type { Known } from './earning.names.tsx'
import { earningPageWords as words } from './earning.page.words.ts'
import { Field } from './earning.field.tsx'
import type { Programme, Stacking } from './earning.schema.ts'

const ways = ['additive', 'multiplicative', 'best'] as const
const says = { additive: words.additiveSays, multiplicative: words.multiplicativeSays, best: words.bestSays } as const

/** How multiples stack, and what a member may earn in a day, for each currency. */
export function Terms({ programme, names, mayDefine, onChange }: { readonly programme: Programme, readonly names: Known, readonly mayDefine: boolean, readonly onChange: (programme: Programme) => void }) {
  const { say } = useWords()
  return (
    <Card title={Object.keys(programme.currencies).map((key) => say(names.currency(key))).join(' · ')}>
      <div className="ea-form">
        {Object.entries(programme.currencies).map(([key, terms]) => {
          const currency = say(names.currency(key))
          const put = (next: typeof terms) => onChange({ ...programme, currencies: { ...programme.currencies, [key]: next } })
          return (
            <div key={key} className="ea-form">
              <Field label={say(words.stacking, { currency })}><Select disabled={!mayDefine} value={terms.stacking} onChange={(stacking: Stacking) => put({ ...terms, stacking })} options={ways.map((value) => ({ value, label: `${say(words[value])} · ${say(says[value])}` }))} /></Field>
              <Field label={say(words.dayLimit, { currency })}>
                <Amount scale={names.scale(key)} disabled={!mayDefine} placeholder={say(words.noLimit)} value={terms.most?.day ?? null} onChange={(day) => {
                  const { day: _, ...other } = terms.most ?? {}
                  const most = day === null ? other : { ...other, day }
                  const { most: __, ...rest } = terms
                  put(Object.keys(most).length === 0 ? rest : { ...rest, most })
                }} />
              </Field>
            </div>
          )
        })}
      </div>
    </Card>
  )
}
