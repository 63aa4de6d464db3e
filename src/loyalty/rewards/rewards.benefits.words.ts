import type { Sentence } from '#foundation/words.ts'

export const benefitWords = {
  noGrade: { zh: '没有第 {grade} 档成色。', en: 'There is no grade number {grade}.' },
  knownSerial: { zh: '序列号 {serial} 的旧物已经收过。', en: 'The item with serial {serial} was taken in before.' },
  creditSpent: { zh: '没有这笔以旧换新，或抵扣已经用过，不能再退旧物。', en: 'There is no such trade-in, or its credit was used: the item cannot go back.' },
  nameNeeded: { zh: '“{titleZh}”须写同行人的名字。', en: '"{titleEn}" needs the name of the companion.' },
  unknownCompanion: { zh: '没有这条同行记录，或已撤销。', en: 'There is no such use by a companion, or it was undone.' },
  notBirthday: { zh: '“{titleZh}”在生日前 {before} 天到后 {after} 天可领，今天不在其中（下次生日 {birthday}）。', en: '"{titleEn}" can be had from {before} days before to {after} days after the birthday; today is outside (next: {birthday}).' },
  noBirthday: { zh: '不知道这位会员的生日。', en: 'The birthday of this member is not known.' },
  withPurchase: { zh: '“{titleZh}”随购买自动赠送，不能单独领。', en: '"{titleEn}" comes with a purchase by itself.' },
  noCurrency: { zh: '积分规则里没有“{currency}”这种里程；请先在积分规则里加上（只计数，不能花）。', en: 'The points policy has no currency "{currency}" for these miles; add it there first (counted, never spent).' },
  spendableMiles: { zh: '“{currency}”是能花的积分；里程只计数，须用另一种。', en: '"{currency}" can be spent; miles are only counted, so they need a currency of their own.' },
  fallingSteps: { zh: '买得越多，折扣不能越小。', en: 'A higher step cannot take less off than a lower one.' }
} satisfies Record<string, Sentence>

/** What a return did, for the person who books it. */
export const benefitEffects = {
  giftVoid: { zh: '随单赠品“{titleZh}”作废，未交付', en: 'The gift "{titleEn}" that came with it is void; it had not been handed over' },
  giftOwed: { zh: '随单赠品“{titleZh}”已交付，请收回，或补价值 {value}', en: 'The gift "{titleEn}" was handed over: take it back, or its value of {value}' },
  miles: { zh: '收回“{titleZh}”里程 {count}，现有 {total}', en: '{count} of "{titleEn}" taken back, now {total}' },
  levelVoid: { zh: '“{titleZh}”跌回 {level} 以下，未领的奖励作废', en: '"{titleEn}" is below {level} again; a reward not yet collected is void' }
} satisfies Record<string, Sentence>
