import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { Amount } from './earning.amount.tsx'
import type { Known } from './earning.names.tsx'
import { earningPageWords as words } from './earning.page.words.ts'
import type { Budget, Programme, ProgrammeState } from './earning.schema.ts'

interface BudgetsProps { readonly programme: Programme, readonly accounts: ProgrammeState['accounts'], readonly names: Known, readonly mayDefine: boolean, readonly onChange: (programme: Programme) => void }

/** What campaigns may give in all, and what of it is left. */
export function Budgets({ programme, accounts, names, mayDefine, onChange }: BudgetsProps) {
  const { say } = useWords()
  const { amount } = useCurrencies()
  const currencies = Object.keys(programme.currencies)
  const put = (budgets: readonly Budget[]) => onChange({ ...programme, budgets: [...budgets] })
  const add = () => {
    let n = programme.budgets.length + 1
    while (programme.budgets.some(({ key }) => key === `budget_${n}`) || accounts.some(({ budget }) => budget === `budget_${n}`)) n += 1
    const currency = currencies[0] ?? 'points'
    put([...programme.budgets, { key: `budget_${n}`, name: `${say(words.budgets)} ${n}`, currency, bound: String(10_000 * 10 ** names.scale(currency)) }])
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
                  <Amount label={say(words.bound)} scale={names.scale(budget.currency)} least={0} most={999_999_999_999_999} value={Number(budget.bound)} onChange={(bound) => { if (bound !== null) change({ bound: String(bound) }) }} style={{ width: 130 }} />
                  {currencies.length > 1 && <Select aria-label={say(words.boundIn)} disabled={account !== undefined || isUsed} value={budget.currency} popupMatchSelectWidth={false} options={currencies.map((value) => ({ value, label: say(names.currency(value)) }))} onChange={(currency: string) => change({ currency, bound: String(Math.round(Number(budget.bound) * 10 ** (names.scale(currency) - names.scale(budget.currency)))) })} />}
                  {!isUsed && <Button type="text" icon={<DeleteOutlined />} aria-label={say(words.removeBudget, { name: budget.name })} onClick={() => put(programme.budgets.filter((_, other) => other !== at))} />}
                </div>
              )
              : <strong>{budget.name}</strong>}
            {account === undefined
              ? <span className="ck-soft ck-small">{say(words.unopened)}</span>
              : <><progress aria-label={budget.name} value={Number(account.used)} max={Math.max(1, Number(account.bound))} /><span className="ck-small">{say(words.used, { used: amount(budget.currency, account.used), left: amount(budget.currency, BigInt(account.bound) - BigInt(account.used)), currency: say(names.currency(budget.currency)) })}</span></>}
          </div>
        )
      })}
    </Card>
  )
}
