/** What is wrong with a currency's rules as they are written in the form, field by field. Pure. */
import type { Sentence } from '#foundation/words.ts'
import { lifeOf } from './points.life.ts'
import { policyFormWords as words } from './points.policy.words.ts'
import { currencyName, type CurrencyPolicy, type PolicyParameters } from './points.schema.ts'

export type FieldName = 'nameZh' | 'nameEn' | 'months' | 'pending' | 'grace' | 'least' | 'most' | 'monthly'

const isWithin = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most
/** The first of February lives shortest: whoever earns on it has the fewest days. */
const shortest = '2026-02-01'

export function faultsOf({ name, ttl, pendingDays, graceDays, transfer }: CurrencyPolicy): ReadonlyMap<FieldName, Sentence> {
  const faults = new Map<FieldName, Sentence>()
  for (const [field, text] of [['nameZh', name.zh], ['nameEn', name.en]] as const) if (text.trim() === '' || text.length > 30) faults.set(field, words.faultName)
  const isLife = ttl === null || isWithin(ttl.months, 1, 240)
  if (!isLife) faults.set('months', words.faultMonths)
  if (!isWithin(graceDays, 0, 365)) faults.set('grace', words.faultDays)
  if (!isWithin(pendingDays, 0, 365)) faults.set('pending', words.faultDays)
  else if (isLife) {
    const { maturesOn, expiresOn } = lifeOf(shortest, { pendingDays, ttl })
    if (maturesOn !== null && expiresOn !== null && maturesOn > expiresOn) faults.set('pending', words.faultLate)
  }
  if (transfer !== undefined && transfer !== null) {
    const beneath = (other: Sentence): Sentence => ({ zh: words.faultOrder.zh.replace('{other}', other.zh), en: words.faultOrder.en.replace('{other}', other.en) })
    for (const field of ['least', 'most', 'monthly'] as const) if (BigInt(transfer[field]) <= 0n) faults.set(field, words.faultAmount)
    if (!faults.has('most') && BigInt(transfer.most) < BigInt(transfer.least)) faults.set('most', beneath(words.least))
    if (!faults.has('monthly') && BigInt(transfer.monthly) < BigInt(transfer.most)) faults.set('monthly', beneath(words.most))
  }
  return faults
}

/** How a new currency begins: to be spent, for a year, and a return may leave a debt. */
export const begun = (zh: string, en: string, scale: number): CurrencyPolicy => ({ name: { zh, en }, scale, spendable: true, pendingDays: 0, ttl: { months: 12, until: 'month' }, onRefund: 'into_debt', graceDays: 30 })

/** The code names the currency in rules, files and the API: it stays as it is. */
export function codeFault(code: string, parameters: PolicyParameters): Sentence | undefined {
  if (!new RegExp(currencyName).test(code)) return words.faultCode
  return parameters[code] === undefined ? undefined : words.faultTaken
}

/** My changes on top of what a colleague published meanwhile: where I changed nothing, theirs stays. */
export function carry(base: PolicyParameters, mine: PolicyParameters, theirs: PolicyParameters): PolicyParameters {
  const added = Object.entries(mine).filter(([currency]) => base[currency] === undefined && theirs[currency] === undefined)
  return Object.fromEntries([...added, ...Object.entries(theirs).map(([currency, their]): [string, CurrencyPolicy] => {
    const was = base[currency]
    const wanted = mine[currency]
    if (was === undefined || wanted === undefined) return [currency, their]
    const isMine = (field: keyof CurrencyPolicy): boolean => JSON.stringify(wanted[field]) !== JSON.stringify(was[field])
    return [currency, {
      ...their, name: isMine('name') ? wanted.name : their.name, spendable: isMine('spendable') ? wanted.spendable : their.spendable, pendingDays: isMine('pendingDays') ? wanted.pendingDays : their.pendingDays,
      ttl: isMine('ttl') ? wanted.ttl : their.ttl, onRefund: isMine('onRefund') ? wanted.onRefund : their.onRefund, graceDays: isMine('graceDays') ? wanted.graceDays : their.graceDays,
      transfer: isMine('transfer') ? wanted.transfer ?? null : their.transfer ?? null
    }]
  })])
}
