import type { Sentence } from '#foundation/words.ts'

export const soldKind = 'tills.sold'
export const voidedKind = 'tills.voided'

/** What the timeline says. */
export const tillsKinds = [
  { kind: soldKind, group: 'points' as const, sentence: { zh: '收银台 {number}：用 {points} 积分，得 {earned} 积分', en: 'At the till {number}: {points} points used, {earned} earned' } },
  { kind: voidedKind, group: 'points' as const, sentence: { zh: '收银台作废 {number}', en: 'Voided at the till: {number}' } }
]

export const tillsWords = {
  aboveMost: { zh: '这单最多可用 {most} 积分，不能用 {points}。', en: 'At most {most} points may pay here, not {points}.' },
  belowLeast: { zh: '至少用 {least} 积分，不能只用 {points}。', en: 'At least {least} points are used at a time, not {points}.' },
  offStep: { zh: '积分按 {step} 一档使用，{points} 不成档。', en: 'Points are used in steps of {step}; {points} is none.' },
  clockWrong: { zh: '收银机的时间是 {till}，服务器是 {server}，相差 {off} 分钟，超过 {bound} 分钟。请校准收银机的时钟。', en: 'The till says {till}, the server {server}: {off} minutes apart, more than {bound}. Set the till\'s clock.' },
  tooLate: { zh: '这笔是 {at} 的，超过 {hours} 小时才上传，不再接受。', en: 'This is of {at}, told more than {hours} hours later: it is no longer taken.' },
  voided: { zh: '这张小票已作废。', en: 'This receipt is voided already.' },
  otherDay: { zh: '小票是 {day} 的，只能当天作废；请改用退货。', en: 'The receipt is of {day}; it could be voided on that day only. Take it back as a return.' },
  settled: { zh: '{day} 已日结，不能作废；请改用退货。', en: '{day} is settled: nothing of it can be voided. Take it back as a return.' },
  returned: { zh: '这张小票已有退货，不能作废。', en: 'Part of this receipt has come back already; it cannot be voided.' },
  otherContent: { zh: '小票 {receipt} 已记过，内容不同。', en: 'Receipt {receipt} is booked already, with other content.' },
  unknownReceipt: { zh: '没有小票 {receipt}：没有记过。', en: 'There is no receipt {receipt}: nothing was booked under it.' },
  quoteChanged: { zh: '应付金额变了：刚才 {expected}，现在 {now}。请再看一次。', en: 'What is to be paid has changed: {expected} before, {now} now. Look again.' },
  noMember: { zh: '没有会员，不能用积分或券。', en: 'Without a member neither points nor vouchers can be used.' },
  emptyBasket: { zh: '金额须大于 0。', en: 'The amount must be above zero.' },
  notWhole: { zh: '每 {step} 积分须正好抵整分钱。', en: '{step} points must be worth a whole amount that can be paid.' },
  settingChanged: { zh: '设置刚被改过（现在是第 {version} 版）。请刷新后再改。', en: 'The settings were changed meanwhile (now version {version}). Reload and change again.' },
  codeForged: { zh: '会员码无效。', en: 'This member code is not genuine.' },
  codeExpired: { zh: '会员码已过期，请会员刷新后再出示。', en: 'This member code has run out; ask the member to show a new one.' },
  codeUsed: { zh: '会员码已用过，请会员刷新后再出示。', en: 'This member code was used already; ask the member to show a new one.' },
  noPointsWithVouchers: { zh: '所选的券不能与积分同用。', en: 'The chosen vouchers do not go together with points.' },
  noRisk: { zh: '断网额度已用满：最坏情况定为 {worst} 积分，已发出 {out}。', en: 'No allowance is left: the worst case is set to {worst} points, {out} are out.' },
  unknownDevice: { zh: '没有登记这台收银机。', en: 'This till is not registered.' },
  deviceRevoked: { zh: '这台收银机已被停用。', en: 'This till was revoked.' },
  envelopeForged: { zh: '签名不对：这笔不是这台收银机签的。', en: 'The signature is wrong: this till did not sign it.' },
  unknownAllowance: { zh: '没有这份断网额度，或不是发给这台收银机的。', en: 'There is no such allowance, or it is another till\'s.' },
  allowanceClosed: { zh: '这份断网额度已结清，不再接受补传。', en: 'This allowance is settled: nothing more is taken.' },
  allowanceExpired: { zh: '这笔的时间 {at} 不在额度有效期内。', en: 'It was sold at {at}, outside the allowance\'s time.' },
  counterReused: { zh: '计数 {counter} 已用于另一笔。', en: 'The counter {counter} stands for another sale.' },
  beyondAllowance: { zh: '超出断网额度：{points} 积分。', en: 'Beyond the allowance: {points} points.' },
  envelopeUnreadable: { zh: '这笔内容读不懂。', en: 'What was told cannot be read.' },
  badKey: { zh: '公钥须是 Ed25519 的 32 字节（base64url）。', en: 'The public key must be the 32 bytes of an Ed25519 key in base64url.' },
  lackedBack: { zh: '断网销售退货，抵欠', en: 'Return of a sale without network, paid against what was owed' },
  borneByStore: { zh: '断网多用由门店承担', en: 'Overspent without network, borne by the store' },
  paidByPoints: { zh: '积分抵扣', en: 'Paid with points' },
  pointsBack: { zh: '退回 {points} 积分', en: '{points} {points|point|points} given back' }
} satisfies Record<string, Sentence>
