import type { Sentence } from '#foundation/words.ts'

export const partnerWords = {
  unknownPartner: { zh: '没有这个伙伴（{partner}），或已停用，或不以这种方式合作。', en: 'There is no such partner ({partner}), or it is not active, or not in this way.' },
  partnerChanged: { zh: '这个伙伴刚被别人改过（现在是第 {version} 版）。请刷新后再改。', en: 'Somebody changed the partner meanwhile (now version {version}). Reload and change again.' },
  noRate: { zh: '伙伴“{partner}”还没有“{currency}”的结算单价。', en: 'The partner "{partner}" has no rate for "{currency}" yet.' },
  rateInPast: { zh: '结算单价不能从过去生效：已经发生的按当时的单价。', en: 'A rate cannot begin in the past: what has happened keeps the rate of its time.' },
  paymentClosed: { zh: '{month} 及以前已经关账，对账单不能再变。请登记在之后的一天，并在说明里写明实际付款日。', en: '{month} and before are closed, and their statements stay as they are. Record it on a later day and say in the note when it was paid.' },
  issued: { zh: '发放的积分', en: 'Points given' },
  taken_back: { zh: '退货扣回', en: 'Taken back after returns' },
  accepted: { zh: '收取的积分', en: 'Points taken' },
  given_back: { zh: '退货退回', en: 'Given back after returns' },
  payment: { zh: '结算付款', en: 'Payment' }, paidOn: { zh: '付款日', en: 'Paid on' }, note: { zh: '说明', en: 'Note' },
  opening: { zh: '期初', en: 'Opening' },
  closing: { zh: '期末', en: 'Closing' },
  what: { zh: '项目', en: 'What' },
  currency: { zh: '积分种类', en: 'Currency' },
  points: { zh: '积分', en: 'Points' },
  money: { zh: '金额（正数：对方欠我们）', en: 'Money (above zero: they owe us)' },
  entries: { zh: '笔数', en: 'Entries' },
  rate: { zh: '单价编号', en: 'Rate id' }
} satisfies Record<string, Sentence>
