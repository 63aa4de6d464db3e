import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import type { Known } from './earning.names.tsx'
import { earningPageWords as words } from './earning.page.words.ts'
import type { Budget, Programme, ProgrammeState } from './earning.schema.ts'

interface BudgetsProps { readonly programme: Programme, readonly accounts: ProgrammeState['accounts'], readonly names: Known, readonly mayDefine: boolean, readonly onChange: (programme: Programme) => void }

/** What campaigns may give in all, and what of it is left. */
export function Budgets({ programme, accounts, names, mayDefine, onChange }: BudgetsProps) {
  const { say } = useWords()
  const { num } = useFormat()
  const put = (budgets: readonly Budget[]) => onChange({ ...programme, budgets: [...budgets] })
  const add = () => {
    let n = programme.budgets.length + 1
    while (programme.budgets.some(({ key }) => key === `budget_${n}`) || accounts.some(({ budget }) => budget === `budget_${n}`)) n += 1
    put([...programme.budgets, { key: `budget_${n}`, name: `${say(words.budgets)} ${n}`, currency: Object.keys(programme.currencies)[0] ?? 'points', bound: '10000' }])
  }
  return (
    <Card title={say(words.budgets)} aside={mayDefine && <Button size="small" onClick={add}>{say(words.addBudget)}</Button>}>
      <p className="ck-soft ck-small">{say(words.budgetsSay)}</p>
      {programme.budgets.map((budget, at) => {
        const account = accounts.find((one) => one.budget === budget.key)
        const change = (next: Partial<Budget>) => put(programme.budgets.map((one, other) => (other === at ? { ...one, ...next } : one)))
        const isUsed = programme.rules.some((rule) => rule.budget === budget.key)
        return (
          <div className="ea-budget" key={budget.key}>
            {mayDefine
              ? (
                <div className="ck-bar">
                  <Input aria-label={say(words.budgetName)} value={budget.name} maxLength={80} onChange={(event) => { if (event.target.value !== '') change({ name: event.target.value }) }} style={{ flex: '1 1 120px' }} />
                  <InputNumber aria-label={say(words.bound)} min={0} precision={0} value={Number(budget.bound)} onChange={(bound) => { if (bound !== null) change({ bound: String(bound) }) }} style={{ width: 130 }} />
                  {!isUsed && <Button type="text" icon={<DeleteOutlined />} aria-label={say(words.removeBudget, { name: budget.name })} onClick={() => put(programme.budgets.filter((_, other) => other !== at))} />}
                </div>
              )
              : <strong>{budget.name}</strong>}
            {account === undefined
              ? <span className="ck-soft ck-small">{say(words.unopened)}</span>
              : <><progress aria-label={budget.name} value={Number(account.used)} max={Math.max(1, Number(account.bound))} /><span className="ck-small">{say(words.used, { used: num(Number(account.used)), left: num(Number(account.bound) - Number(account.used)) })} {say(names.currency(budget.currency))}</span></>}
          </div>
        )
      })}
    </Card>
  )
}
