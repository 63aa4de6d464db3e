/** The answer in a sentence, and what must be known to believe it. */
import { formatMoney } from '#foundation/money.ts'
import { say, type Sentence, type Values } from '#foundation/words.ts'
import type { Current } from './prediction.current.ts'
import { mostCorrelation } from './prediction.money.ts'
import type { Gate, Totals } from './prediction.schema.ts'
import { candidateNames, predictionWords as words } from './prediction.words.ts'

interface Bilingual { readonly zh: string, readonly en: string }
const both = (sentence: Sentence, values: Values): Bilingual => ({ zh: say(sentence, 'zh-CN', values), en: say(sentence, 'en', values) })

export function sentenceOf({ gate, totals, horizonDays, currency }: { readonly gate: Gate, readonly totals: Totals | undefined, readonly horizonDays: number, readonly currency: string }): Bilingual {
  if (totals === undefined) {
    return gate.passed ? words.waiting : {
      zh: say(words.gate, 'zh-CN', { missing: gate.missing.map(({ zh }) => zh).join('；') }), en: say(words.gate, 'en', { missing: gate.missing.map(({ en }) => en).join('; ') })
    }
  }
  const said = (locale: 'zh-CN' | 'en'): string => say(words.headline, locale, {
    days: horizonDays, customers: totals.customers, buyers: Math.round(totals.buyers), purchases: Math.round(totals.purchases), spend: formatMoney(BigInt(totals.spendMinor), currency, locale),
    doubt: formatMoney(BigInt(totals.doubtMinor), currency, locale), basis: say(words[totals.basis], locale)
  })
  return { zh: said('zh-CN'), en: said('en') }
}

export function notesOf({ kept: { using: { candidate, money, horizon }, boundary, rows }, backtest, totals }: Pick<Current, 'kept' | 'backtest' | 'totals'>): Bilingual[] {
  const correlation = money.correlation.toFixed(2)
  return [
    money.gammaGamma === null ? both(words.notGammaGamma, { correlation, most: mostCorrelation }) : both(words.gammaGamma, { correlation }),
    ...(boundary.length === 0 ? [] : [{ zh: say(words.boundary, 'zh-CN', { name: candidateNames[candidate].zh, names: boundary.join(', ') }), en: say(words.boundary, 'en', { name: candidateNames[candidate].en, names: boundary.join(', ') }) }]),
    ...(money.curve === null ? [both(words.noCurve, { days: horizon.horizonDays })] : []),
    ...((backtest.candidates[0]?.tests.length ?? 0) === 1 ? [both(words.onePeriod, {})] : []),
    ...(rows < totals.customers ? [both(words.sampled, { n: rows })] : [])
  ]
}
