import type { Sentence } from '#foundation/words.ts'

/** Every "no". */
export const refusalWords = {
  unknown: { zh: '没有编号为 {definition} 的礼品或权益。', en: 'There is no reward or benefit {definition}.' },
  ended: { zh: '“{titleZh}”已停用。', en: '"{titleEn}" is no longer offered.' },
  changedMeanwhile: { zh: '刚被别人改过（现在是第 {version} 版）。请刷新后再改。', en: 'Somebody changed it meanwhile (now version {version}). Reload and change again.' },
  otherKind: { zh: '种类不能改，它是 {kind}。', en: 'The kind cannot change: it is {kind}.' },
  unknownCustomer: { zh: '没有这位客户：{customer}。', en: 'There is no such customer: {customer}.' },
  noOption: { zh: '“{titleZh}”没有第 {option} 种兑换方式。', en: '"{titleEn}" has no way to pay number {option}.' },
  notYet: { zh: '“{titleZh}”{from} 才开始。', en: '"{titleEn}" begins on {from}.' },
  over: { zh: '“{titleZh}”已于 {to} 结束。', en: '"{titleEn}" ended on {to}.' },
  notEntitled: { zh: '“{titleZh}”只给满足条件的会员：{key} 须为 {values}。', en: '"{titleEn}" is for members whose {key} is one of: {values}.' },
  notNew: { zh: '“{titleZh}”只给入会 {days} 天内的会员。', en: '"{titleEn}" is for members who joined within the last {days} days.' },
  limitReached: { zh: '“{titleZh}”每位会员{perZh}限 {count} 份，已经用完。', en: '"{titleEn}" is limited to {count} per member {perEn}; that is used up.' },
  outOfStock: { zh: '“{titleZh}”没有货了：还剩 {remaining}，要 {wanted}。', en: '"{titleEn}" is out of stock: {remaining} left, {wanted} wanted.' },
  noStock: { zh: '“{titleZh}”不记库存。', en: '"{titleEn}" keeps no stock.' },
  storeNeeded: { zh: '“{titleZh}”按门店记库存，请指定门店。', en: '"{titleEn}" is stocked by store; name the store.' },
  belowZero: { zh: '库存只有 {remaining}，不能减 {wanted}。', en: 'Only {remaining} are in stock; {wanted} cannot be taken out.' },
  nothingChanged: { zh: '库存变化不能是 0。', en: 'A change of stock cannot be 0.' },
  alreadyOrdered: { zh: '这张小票（{receipt}）已经兑换过。', en: 'This receipt ({receipt}) was already used for an order.' },
  unknownOrder: { zh: '没有这个兑换单：{order}。', en: 'There is no such reward order: {order}.' },
  wrongState: { zh: '这个兑换单现在是“{stateZh}”，不能这样操作。', en: 'This reward order is "{stateEn}"; that cannot be done with it.' },
  goodsOut: { zh: '礼品已经交给会员。收回礼品后才能取消。', en: 'The reward has been handed over. It can be cancelled once the goods are back.' },
  moneyOpen: { zh: '这份礼品还要收 {wanted}，这里写的是 {paid}。', en: 'This reward costs {wanted} at the counter; {paid} was given.' }
} satisfies Record<string, Sentence>

export const perWords: Readonly<Record<'day' | 'month' | 'year' | 'ever', Sentence>> = {
  day: { zh: '每天', en: 'a day' }, month: { zh: '每月', en: 'a month' }, year: { zh: '每年', en: 'a year' }, ever: { zh: '总共', en: 'in all' }
}

export const stateWords: Readonly<Record<'waiting' | 'placed' | 'ready' | 'fulfilled' | 'cancelled', Sentence>> = {
  waiting: { zh: '等待到货', en: 'Waiting for stock' }, placed: { zh: '待准备', en: 'To prepare' }, ready: { zh: '待领取', en: 'Ready to collect' }, fulfilled: { zh: '已交付', en: 'Handed over' }, cancelled: { zh: '已取消', en: 'Cancelled' }
}

const kind = (name: string, zh: string, en: string) => ({ kind: `rewards.${name}`, group: 'points' as const, sentence: { zh, en } })
/** What the timeline says. */
export const rewardsKinds = [
  kind('ordered', '兑换“{titleZh}”× {quantity}，用 {points} 积分', 'Redeemed {quantity} × "{titleEn}" for {points} points'),
  kind('granted', '获赠“{titleZh}”× {quantity}', 'Was given {quantity} × "{titleEn}"'),
  kind('ready', '“{titleZh}”可以领取，取货码 {code}', '"{titleEn}" is ready to collect, code {code}'),
  kind('fulfilled', '领取“{titleZh}”× {quantity}', 'Collected {quantity} × "{titleEn}"'),
  kind('cancelled', '取消“{titleZh}”× {quantity}，退回 {points} 积分', 'Cancelled {quantity} × "{titleEn}", {points} points given back'),
  kind('stamped', '“{titleZh}”盖 {count} 个印花（单号 {number}），现有 {has} / {size}', '{count} {count|stamp|stamps} on "{titleEn}" (order {number}), now {has} of {size}'),
  kind('card_filled', '“{titleZh}”集满 {size} 个', '"{titleEn}" is full with {size} stamps'),
  kind('stamps_taken_back', '退货（原单 {number}）收回“{titleZh}”{count} 个印花，还欠 {owed} 个', 'A return (of {number}) took back {count} {count|stamp|stamps} of "{titleEn}"; {owed} owed'),
  kind('level_reached', '“{titleZh}”达到 {level}，现有 {total}', 'Reached {level} of "{titleEn}", now {total}'),
  kind('gift_owed', '退货（原单 {number}）后赠品“{titleZh}”未收回，价值 {value}', 'After a return (of {number}) the gift "{titleEn}" is still out, worth {value}'),
  kind('offer_given', '订单 {number} 享“{titleZh}”，减 {amount}', 'Order {number}: {amount} off by "{titleEn}"'),
  kind('offer_recomputed', '退货后“{titleZh}”重算：{before} → {after}', 'After a return, "{titleEn}" worked out again: {before} off becomes {after}'),
  kind('credit_used', '订单 {number} 用旧物“{item}”抵扣 {amount}', 'Order {number}: {amount} paid with the credit for "{item}"'),
  kind('credit_returned', '退货退回以旧换新抵扣 {amount}', 'A return gave back {amount} of trade-in credit'),
  kind('traded_in', '以旧换新收下“{item}”（{serial}），抵扣 {credit}', 'Traded in "{item}" ({serial}) for a credit of {credit}'),
  kind('trade_in_withdrawn', '取回旧物“{item}”（{serial}）', 'Took back the old item "{item}" ({serial})'),
  kind('companion_came', '同行权益“{titleZh}”：{benefitZh}', 'Companion benefit "{titleEn}": {benefitEn}'),
  kind('companion_undone', '撤销一次同行权益', 'One use of a companion benefit was undone')
]

export const pageRefusals = {
  unknownPlace: { zh: '列表的位置“{after}”读不懂；请用上一页给出的 next。', en: 'The place "{after}" in the list makes no sense; use the `next` of the page before.' }
} satisfies Record<string, Sentence>

/** What a return did, for the person who books it. */
export const effectWords = {
  stampsTaken: { zh: '收回“{titleZh}”{count} 个印花，还有 {has} 个', en: '{count} {count|stamp|stamps} of "{titleEn}" taken back, {has} left' },
  cardOpened: { zh: '收回“{titleZh}”{count} 个印花，未领的奖励作废，卡上还有 {has} 个', en: '{count} {count|stamp|stamps} of "{titleEn}" taken back; a reward not yet collected is void, {has} on the card' },
  stampsOwed: { zh: '收回“{titleZh}”{count} 个印花；奖励已领，欠 {owed} 个，以后的印花先补', en: '{count} {count|stamp|stamps} of "{titleEn}" taken back; the reward was collected, so {owed} are owed and the next stamps pay first' }
} satisfies Record<string, Sentence>
