/** The Telco subscribers of shared/data: one record a subscriber, cells as they stand; and the columns that the references are computed on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Subscriber = Readonly<Record<string, string>>

export function telco(folder: string | undefined): readonly Subscriber[] {
  const [head = '', ...lines] = gunzipSync(readFileSync(join(folder ?? '', 'telco_churn', 'Telco-Customer-Churn.csv.gz'))).toString('utf8').trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => { const cells = line.split(','); return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) })
}

export const churned = (people: readonly Subscriber[]): readonly number[] => people.map((of) => Number(of['Churn'] === 'Yes'))

const numbers = ['SeniorCitizen', 'tenure', 'MonthlyCharges', 'TotalCharges']

/** Four numbers (the total is blank at tenure 0, and is then 0) and a column for every level of a kind but the first in the alphabet: 30 columns a row. */
export function telcoRows(people: readonly Subscriber[]): readonly (readonly number[])[] {
  const levels = telcoKinds(people).flatMap((name) => [...new Set(people.map((of) => of[name] ?? ''))].sort().slice(1).map((level) => ({ name, level })))
  return people.map((of) => [...numbers.map((name) => Number((of[name] ?? '').trim())), ...levels.map(({ name, level }) => Number(of[name] === level))])
}

/** Four numbers, the blank totals missing, then the kinds as codes in the order of the alphabet: 19 columns, of which those from the fifth are categories. */
export function telcoColumns(people: readonly Subscriber[]): readonly (readonly number[])[] {
  const asNumber = (cell: string): number => (cell.trim() === '' ? Number.NaN : Number(cell))
  return [
    ...numbers.map((name) => people.map((of) => asNumber(of[name] ?? ''))),
    ...telcoKinds(people).map((name) => { const levels = [...new Set(people.map((of) => of[name] ?? ''))].sort(); return people.map((of) => levels.indexOf(of[name] ?? '')) })
  ]
}

const telcoKinds = (people: readonly Subscriber[]): readonly string[] => Object.keys(people[0] ?? {}).filter((name) => !['customerID', 'Churn', ...numbers].includes(name))
