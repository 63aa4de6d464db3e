/** Why a customer has their chance, in words of both languages. */
import { say, type Sentence, type Values } from '#foundation/words.ts'
import { behaviourWords, factWords } from './behaviour.words.ts'
import type { MeasureId } from './behaviour.ts'
import type { ColumnName, Table } from './prediction.columns.ts'
import type { Reason } from './prediction.schema.ts'

const mostReasons = 3
/** A share smaller than this, in log-odds, moves a chance of a half by about one point. */
const leastShare = 0.05

const both = (sentence: Sentence, values: Values): { zh: string, en: string } => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })

/** What the models of history look at: silence, habit, number of purchases. */
export function plainReasons(table: Table, row: number): readonly Reason[] {
  const at = (column: ColumnName): number => table.columns[column][row] ?? Number.NaN
  const values = { silent: at('silent'), visits: at('visits'), gap: Math.round(at('meanGap')), tenure: at('tenure') }
  const fact = (code: keyof typeof factWords): Reason => ({ code, effect: 'fact', sentence: both(factWords[code], values) })
  return at('visits') === 1 ? [fact('once')] : [fact(at('silent') > 2 * at('meanGap') ? 'overdue' : 'usual'), fact('often')]
}

/** Measures of one thing: their shares are one reason, said by the strongest of them, so that a silence does not both raise and lower a chance. */
const kinOf: Readonly<Record<MeasureId, string>> = {
  silent: 'silence', stretch: 'silence', visits: 'visits', orders: 'visits', visits30: 'visits', visits90: 'visits', visits180: 'visits', trend: 'visits', oneTime: 'visits',
  tenure: 'tenure', meanGap: 'rhythm', medianGap: 'rhythm', longestGap: 'rhythm', spend: 'spend', meanSpend: 'spend', lastSpend: 'spend', spend90: 'spend',
  categories: 'categories', returned: 'returned', channels: 'channels', stores: 'stores', winter: 'season', spring: 'season'
}

/** The strongest shares; `shares` run along `used`, in log-odds against the average customer. */
export function measuredReasons(table: Table, row: number, used: readonly MeasureId[], shares: ArrayLike<number>): readonly Reason[] {
  const kin = new Map<string, { share: number, id: MeasureId, most: number }>()
  for (const [at, id] of used.entries()) {
    const share = shares[at] ?? 0
    const known = kin.get(kinOf[id])
    if (known === undefined) kin.set(kinOf[id], { share, id, most: Math.abs(share) })
    else kin.set(kinOf[id], { share: known.share + share, ...(Math.abs(share) > known.most ? { id, most: Math.abs(share) } : { id: known.id, most: known.most }) })
  }
  const order = [...kin.values()].filter(({ share }) => Math.abs(share) >= leastShare).sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
  return order.slice(0, mostReasons).map(({ id, share }) => ({ code: id, effect: share > 0 ? 'up' : 'down', sentence: sentenceOf(id, table, row) }))
}

function sentenceOf(id: MeasureId, table: Table, row: number): { zh: string, en: string } {
  const at = (column: ColumnName): number => table.columns[column][row] ?? 0
  const percent = (share: number): number => Math.round(100 * share)
  switch (id) {
    case 'silent': case 'visits': case 'tenure': case 'spend': case 'lastSpend': case 'visits30': case 'visits90': case 'visits180': case 'spend90': case 'categories': case 'channels': case 'stores':
      return both(behaviourWords[id], { value: Math.round(at(id)) })
    case 'stretch': return Number.isNaN(at('meanGap')) ? both(behaviourWords.noHabit, {}) : both(behaviourWords.stretch, { silent: at('silent'), value: Math.round(at('meanGap')) })
    case 'meanGap': case 'medianGap': case 'longestGap': return Number.isNaN(at(id)) ? both(behaviourWords.noHabit, {}) : both(behaviourWords[id], { value: Math.round(at(id)) })
    case 'orders': return both(behaviourWords.orders, { value: (at('orders') / Math.max(1, at('visits'))).toFixed(1) })
    case 'meanSpend': return both(behaviourWords.meanSpend, { value: Math.round(at('spend') / Math.max(1, at('visits'))) })
    case 'trend': return both(behaviourWords.trend, { value: at('visits90'), before: at('visits180') - at('visits90') })
    case 'returned': return both(behaviourWords.returned, { value: percent(at('returned')) })
    case 'oneTime': return both(at('visits') === 1 ? behaviourWords.oneTime : behaviourWords.severalTimes, { value: at('visits') })
    case 'winter': case 'spring': return both(behaviourWords.season, { value: table.month })
  }
}
