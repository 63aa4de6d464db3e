import type { Sentence } from '#foundation/words.ts'

export const cardWords = {
  title: { zh: '礼品与印花', en: 'Rewards and stamps' }, none: { zh: '还没有印花和待领的礼品。', en: 'No stamps and nothing to collect.' },
  stamps: { zh: '{has} / {size}，集满送“{reward}”', en: '{has} of {size} for "{reward}"' }, owed: { zh: '退货后欠 {n} 个印花，以后先补。', en: '{n} {n|stamp|stamps} owed after a return; the next pay first.' }, ends: { zh: '{n} 个在 {day} 之后失效。', en: '{n} {n|ends|end} after {day}.' },
  full: { zh: '已集满，下一个印花时发奖。', en: 'Full: the next stamp gives the reward.' }, giftOwed: { zh: '退货后礼品未收回', en: 'Still out after a return' }, now: { zh: '现在可换', en: 'Can have now' }, nothingNow: { zh: '积分还不够换任何礼品。', en: 'Not enough points for any reward yet.' },
  soon: { zh: '“{title}”还差 {n} 分。', en: '{n} more points for "{title}".' }, redeem: { zh: '兑换', en: 'Redeem' }, redeemWhy: { zh: '用 {price} 兑换“{title}”？', en: 'Redeem "{title}" for {price}?' }, cancel: { zh: '不兑换', en: 'No' }, store: { zh: '按门店领取，请到收银台兑换', en: 'Stocked by store: redeem at the till' }
} satisfies Record<string, Sentence>
