/** What a definition means, sentence by sentence. Pure: words and formats are handed in. */
import type { Sentence, Values } from '#foundation/words.ts'
import type { Eligibility, Limit, Scope } from './rewards.parameters.schema.ts'
import type { NewDefinition } from './rewards.schema.ts'
import { ruleWords as words } from './rewards.sentences.words.ts'
import { rewardsPageWords } from './rewards.page.words.ts'
import { perWords } from './rewards.words.ts'

export interface Speech {
  readonly say: (sentence: Sentence, values?: Values) => string
  readonly num: (value: number) => string
  readonly money: (minor: string) => string
  readonly day: (day: string) => string
  /** The title of a reward. */
  readonly reward: (rewardId: string) => string
}

export function sentencesOf(definition: NewDefinition, speech: Speech): readonly string[] {
  const { parameters } = definition
  return [...own(definition, speech), ...('scope' in parameters && parameters.scope !== null ? goods(parameters.scope, speech) : []), ...('limit' in parameters && parameters.limit !== null ? [limit(parameters.limit, speech)] : []), ...who(parameters.eligibility, speech)]
}

/** A way to pay. */
export const priceOf = ({ points, moneyMinor }: { readonly points: string, readonly moneyMinor: string }, { say, num, money }: Pick<Speech, 'say' | 'num' | 'money'>): string =>
  say(moneyMinor === '0' ? rewardsPageWords.option : rewardsPageWords.optionMoney, { points: num(Number(points)), money: money(moneyMinor) })

const percent = (permille: number): string => String(permille / 10)

function own(definition: NewDefinition, speech: Speech): readonly string[] {
  const { say, num, money, reward } = speech
  switch (definition.kind) {
    case 'reward': {
      const { options, valueMinor, stock, handover, voucherId } = definition.parameters
      return [
        options.length === 0 ? say(words.onlyGiven) : say(words.pays, { price: options.map((one) => priceOf(one, speech)).join(say(words.or)) }), say(words.costs, { money: money(valueMinor) }),
        say(stock === 'none' ? words.stockNone : stock === 'whole' ? words.stockWhole : words.stockStores), say(voucherId !== null ? words.voucher : handover === 'at_once' ? words.atOnce : words.pickUp)
      ]
    }
    case 'stamp_card': {
      const { gives, dayCap, size, rewardId, ttlDays, afterFull } = definition.parameters
      return [
        gives.by === 'order' ? say(words.byOrder, { money: money(gives.fromMinor) }) : gives.by === 'amount' ? say(words.byAmount, { money: money(gives.eachMinor) }) : say(words.byQuantity, { n: gives.each }),
        ...(dayCap === null ? [] : [say(words.dayCap, { n: dayCap })]), say(words.size, { n: size, reward: reward(rewardId) }), ttlDays === null ? say(words.ttlNever) : say(words.ttl, { n: ttlDays }), say(words[afterFull])
      ]
    }
    case 'offer': {
      const { shape, groups } = definition.parameters
      const main = shape.is === 'buy_get' ? [say(words.buyGet, { k: shape.buy + shape.get, n: shape.buy, m: shape.get })] : shape.is === 'nth' ? [say(words.nth, { k: shape.nth, percent: percent(shape.permille) })]
        : shape.is === 'steps' ? shape.steps.map(({ from, permille }) => say(words.step, { n: from, percent: percent(permille) })) : [say(words.frequency, { days: shape.days, k: shape.kth, percent: percent(shape.permille) })]
      return [...main, ...(groups === null ? [] : [say(words.groups, { n: groups })]), say(words.spread)]
    }
    case 'gift': {
      const { occasion, rewardId } = definition.parameters
      return occasion.on === 'purchase' ? [say(words.onPurchase, { money: money(occasion.fromMinor), reward: reward(rewardId) }), ...goods(occasion.scope, speech)] : [say(words.onBirthday, { before: occasion.beforeDays, after: occasion.afterDays, reward: reward(rewardId) })]
    }
    case 'trade_in': return [...definition.parameters.grades.map(({ grade, creditMinor }) => say(words.grade, { grade: say(grade), money: money(creditMinor) })), ...(definition.parameters.ttlDays === null ? [] : [say(words.creditTtl, { n: definition.parameters.ttlDays })]), say(words.serial)]
    case 'mileage': {
      const { currency, unit, scope, unitsEach, levels } = definition.parameters
      return [say(words.miles, { currency }), scope === null ? say(words.milesByHand) : say(words.milesEach, { n: unitsEach, unit: say(unit) }), ...levels.map(({ at, rewardId }) => say(words.level, { n: num(Number(at)), unit: say(unit), reward: reward(rewardId) }))]
    }
    case 'companion': {
      const { benefit, isNamed, rewardId } = definition.parameters
      return [say(words.companion, { benefit: say(benefit) }), say(isNamed ? words.named : words.unnamed), ...(rewardId === null ? [] : [say(words.alsoGives, { reward: reward(rewardId) })])]
    }
  }
}

const goods = ({ products, categories }: Scope, { say }: Speech): readonly string[] => (products.length + categories.length === 0 ? [] : [say(words.scope, { goods: [...categories, ...products].join('、') })])
const limit = ({ count, per }: Limit, { say }: Speech): string => say(words.limit, { n: count, per: say(perWords[per]) })

function who({ from, to, newWithinDays, traits, fields }: Eligibility, { say, day }: Speech): readonly string[] {
  return [
    ...(from === null ? [] : [say(words.from, { day: day(from) })]), ...(to === null ? [] : [say(words.to, { day: day(to) })]), ...(newWithinDays === null ? [] : [say(words.newOnly, { n: newWithinDays })]),
    ...[...traits, ...fields].map(({ key, values }) => say(words.only, { key, values: values.join(', ') }))
  ]
}

/** Whether a form is ready to be saved. */
export const isWhole = ({ title, kind, parameters }: NewDefinition): boolean =>
  title.zh.trim() !== '' && title.en.trim() !== '' && (kind !== 'mileage' || parameters.levels.length > 0) && (kind !== 'trade_in' || parameters.grades.length > 0) && (kind !== 'offer' || parameters.shape.is !== 'steps' || parameters.shape.steps.length > 0)
