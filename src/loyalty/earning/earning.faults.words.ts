import type { Sentence } from '#foundation/words.ts'

/** What is wrong with a rule, at its field. */
export const faultWords = {
  noCurrency: { zh: '至少要有一种积分。', en: 'At least one currency is needed.' },
  twice: { zh: '代号“{key}”用了两次，每条规则、每个预算要有自己的代号。', en: 'The key "{key}" is used twice; each rule and each budget needs its own.' },
  unknownCurrency: { zh: '方案里没有“{currency}”这种积分。', en: 'The programme has no currency "{currency}".' },
  unknownBudget: { zh: '没有预算“{budget}”。请先添加预算。', en: 'There is no budget "{budget}". Add it first.' },
  otherCurrency: { zh: '预算“{budget}”管的是“{currency}”，与这条规则的积分种类不同。', en: 'The budget "{budget}" is in "{currency}", another currency than this rule.' },
  noSuchDay: { zh: '没有 {day} 这一天。', en: 'There is no day {day}.' },
  backwards: { zh: '结束日期早于开始日期，规则永远不会生效。', en: 'The end is before the beginning: the rule could never apply.' },
  endsBefore: { zh: '积分的到期日早于规则的最后一天。', en: 'The points would end before the last day of the rule.' },
  dayBelowOrder: { zh: '每日上限低于每单上限。', en: 'The limit per day is below the limit per order.' },
  customerBelowDay: { zh: '每人上限低于每日上限。', en: 'The limit per member is below the limit per day.' },
  eventHasNoLines: { zh: '按事件给分的规则没有商品行。', en: 'A rule on an event has no lines of goods.' },
  eventHasNoOrder: { zh: '按事件给分的规则没有订单：首单、门店、渠道、最低消费在这里无效。', en: 'A rule on an event has no order: first order, store, channel and a least amount mean nothing here.' },
  ownEvent: { zh: '“{event}”由积分本身产生，不能再给积分。', en: '"{event}" comes from points themselves and cannot give points again.' },
  nothingToMultiply: { zh: '这种积分没有按金额给分的规则，倍数无从乘起。', en: 'This currency has no rule by money: there is nothing to multiply.' },
  hidesLater: { zh: '这条规则适用于所有商品，排在后面的“{name}”永远轮不到。请把它移到后面。', en: 'This rule fits every line, so "{name}" after it never has its turn. Move this one behind it.' }
} satisfies Record<string, Sentence>
