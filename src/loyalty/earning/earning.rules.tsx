import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import type { Known } from './earning.names.tsx'
import { earningPageWords as words, ruleFormWords } from './earning.page.words.ts'
import type { Checked, Programme, Rule } from './earning.schema.ts'
import { sentenceOf } from './earning.sentence.words.ts'

const RuleForm = lazy(async () => ({ default: (await import('./earning.rule.tsx')).RuleForm }))

interface RulesProps { readonly programme: Programme, readonly names: Known, readonly faults: Checked['faults'], readonly mayDefine: boolean, readonly onChange: (programme: Programme) => void }

/** The rules as sentences, in the order in which they count. */
export function Rules({ programme, names, faults, mayDefine, onChange }: RulesProps) {
  const { say } = useWords()
  const [open, setOpen] = useState<number>()
  const { rules } = programme
  // A rule may give what the programme did not give before.
  const put = (next: readonly Rule[]) => onChange({ ...programme, currencies: { ...Object.fromEntries(next.map(({ currency }) => [currency, { stacking: 'additive' as const }])), ...programme.currencies }, rules: [...next] })
  const swap = (a: number, b: number) => put(rules.map((rule, at) => (at === a ? rules[b] ?? rule : at === b ? rules[a] ?? rule : rule)))
  const add = () => {
    const currency = Object.keys(programme.currencies)[0] ?? 'points'
    put([...rules, { key: freeKey(rules), name: say(ruleFormWords.newRule), currency, give: { kind: 'fixed', points: 10 * 10 ** names.scale(currency) }, rounding: 'floor' }])
    setOpen(rules.length)
  }
  const chosen = open === undefined ? undefined : rules[open]
  return (
    <Card title={say(words.rules)} aside={mayDefine && <Button size="small" onClick={add}>{say(words.add)}</Button>}>
      <p className="ck-soft ck-small">{say(rules.length === 0 ? words.noRules : words.order)}</p>
      <ol className="ea-rules">
        {rules.map((rule, at) => (
          <li className="ea-rule" key={rule.key}>
            <b aria-hidden>{at + 1}</b>
            <div>
              <strong>{rule.name}</strong>
              <p>{say(sentenceOf(rule, names))}</p>
              {faults.filter(({ path }) => path.startsWith(`rules/${at}/`)).map(({ path, sentence }) => <p key={path + sentence} className="ea-fault" role="alert">{sentence}</p>)}
            </div>
            {mayDefine && (
              <div className="ck-bar">
                <Button size="small" type="text" icon={<ArrowUpOutlined />} aria-label={say(words.up, { name: rule.name })} disabled={at === 0} onClick={() => swap(at, at - 1)} />
                <Button size="small" type="text" icon={<ArrowDownOutlined />} aria-label={say(words.down, { name: rule.name })} disabled={at === rules.length - 1} onClick={() => swap(at, at + 1)} />
                <Button size="small" type="text" icon={<EditOutlined />} aria-label={say(words.editNamed, { name: rule.name })} onClick={() => setOpen(at)} />
                <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={say(words.removeNamed, { name: rule.name })} onClick={() => put(rules.filter((_, other) => other !== at))} />
              </div>
            )}
          </li>
        ))}
      </ol>
      <Suspense>
        {chosen !== undefined && <RuleForm rule={chosen} programme={programme} names={names} faults={faults.filter(({ path }) => path.startsWith(`rules/${open ?? 0}/`)).map(({ path, sentence }) => ({ field: path.split('/').slice(2).join('/'), sentence }))} onChange={(rule) => put(rules.map((one, at) => (at === open ? rule : one)))} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Card>
  )
}

/** Keys stay when names change: limits and history go by them. */
function freeKey(rules: readonly Rule[]): string {
  let n = rules.length + 1
  while (rules.some(({ key }) => key === `rule_${n}`)) n += 1
  return `rule_${n}`
}
