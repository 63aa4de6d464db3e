import type { Sentence } from '#foundation/words.ts'
import type { MovementKind } from './vouchers.state.ts'

/** What a movement is called on the log. */
export const eventKinds: Readonly<Record<MovementKind, string>> = {
  issue: 'vouchers.issued', hold: 'vouchers.reserved', release: 'vouchers.released', redeem: 'vouchers.redeemed', give_back: 'vouchers.given_back', expire: 'vouchers.expired', void: 'vouchers.voided'
}

const told = (kind: MovementKind, zh: string, en: string) => ({ kind: eventKinds[kind], group: 'points' as const, sentence: { zh, en } satisfies Sentence })

/** What the timeline says of vouchers. */
export const vouchersKinds = [
  told('issue', '得到卡券“{nameZh}”', 'Was given the voucher "{nameEn}"'),
  told('hold', '卡券“{nameZh}”为单 {number} 保留', 'The voucher "{nameEn}" was reserved for order {number}'),
  told('release', '卡券“{nameZh}”解除保留', 'The voucher "{nameEn}" is free again'),
  told('redeem', '在单 {number} 使用卡券“{nameZh}”，优惠 {discount}', 'Used the voucher "{nameEn}" on order {number}: {discount} off'),
  told('give_back', '单 {number} 退货，卡券“{nameZh}”退回', 'The voucher "{nameEn}" came back after the return of order {number}'),
  told('expire', '卡券“{nameZh}”过期', 'The voucher "{nameEn}" expired'),
  told('void', '卡券“{nameZh}”作废：{note}', 'The voucher "{nameEn}" was voided: {note}')
]

export const voucherWords = {
  held: { zh: '卡券 {code} 已为单 {number} 保留。', en: 'The voucher {code} is reserved for order {number}.' },
  notYet: { zh: '卡券 {code} 从 {day} 起才能用。', en: 'The voucher {code} counts from {day} on.' },
  expired: { zh: '卡券 {code} 已过期，最后一天是 {day}。', en: 'The voucher {code} has expired; its last day was {day}.' },
  redeemed: { zh: '卡券 {code} 已经用过。', en: 'The voucher {code} has been used.' },
  voided: { zh: '卡券 {code} 已作废。', en: 'The voucher {code} was voided.' },
  notEnough: { zh: '卡券 {code} 的余额不够。', en: 'There is not enough left on the voucher {code}.' },
  nothingToVoid: { zh: '卡券 {code} 已用完或已过期，没有可作废的。', en: 'The voucher {code} is used up or over; there is nothing to void.' },
  unknownCode: { zh: '没有“{code}”这个券码。', en: 'There is no code "{code}".' },
  mistypedCode: { zh: '券码“{code}”输错了：校验位不对。', en: 'The code "{code}" is mistyped: its check character does not fit.' },
  malformedCode: { zh: '“{code}”不像券码：应为 3 到 40 个字母或数字。', en: '"{code}" is no code: 3 to 40 letters or digits are expected.' },
  othersCode: { zh: '券码“{code}”是另一位会员的。', en: 'The code "{code}" belongs to another member.' },
  codeTaken: { zh: '券码“{code}”已经存在。', en: 'The code "{code}" exists already.' },
  unknownVoucher: { zh: '这位会员没有这张卡券。', en: 'The member has no such voucher.' },
  unknownTemplate: { zh: '没有这种卡券。', en: 'There is no such template.' },
  unknownCustomer: { zh: '没有这位客户：{customer}。', en: 'There is no such customer: {customer}.' },
  unknownBatch: { zh: '没有这一批。', en: 'There is no such batch.' },
  stopped: { zh: '“{nameZh}”已停止发放。', en: '"{nameEn}" is no longer given out.' },
  lifeOver: { zh: '“{nameZh}”的有效期已过，不再发放。', en: 'The dates of "{nameEn}" are over; it is no longer given out.' },
  totalReached: { zh: '“{nameZh}”已发完，共 {n} 张。', en: 'All {n} of "{nameEn}" have been given out.' },
  customerReached: { zh: '“{nameZh}”每人最多 {n} 张，这位会员已经领够。', en: '"{nameEn}" is limited to {n} for each member, and this one has had them.' },
  changed: { zh: '这种卡券刚被改过（现在是第 {version} 版）。请刷新后再改。', en: 'The template was changed meanwhile (now version {version}). Reload and change again.' },
  boundMissing: { zh: '建立时没有总量限制的卡券，之后不能再加。请另建一种。', en: 'A template made without a total limit cannot get one later. Make another one.' },
  boundBelow: { zh: '已发出 {given} 张，总量不能低于它。', en: '{given} have been given out; the total cannot be lower.' },
  sharedStays: { zh: '通用码在建立之后不能改。', en: 'The shared code stays as it was made.' },
  datesTurned: { zh: '最后一天 {to} 早于第一天 {from}。', en: 'The last day {to} lies before the first day {from}.' },
  notADay: { zh: '没有 {day} 这一天。', en: 'There is no day {day}.' },
  amountZero: { zh: '减免金额须大于 0。', en: 'The amount off must be above zero.' },
  sharedParts: { zh: '通用码的卡券没有单独的券码可生成或导入。', en: 'A template with a shared code has no codes of its own to make or take in.' },
  otherUse: { zh: '单 {number} 已经用过另外的卡券。', en: 'Order {number} has used other vouchers already.' },
  pickTwice: { zh: '同一张卡券选了两次。', en: 'The same voucher was picked twice.' },
  notTogether: { zh: '这些卡券不能一起用。', en: 'These vouchers may not be used together.' },
  cannotUse: { zh: '卡券 {code} 用不上：{whyZh}', en: 'The voucher {code} does not apply: {whyEn}' },
  running: { zh: '这一批正在进行。', en: 'The batch is running.' },
  finished: { zh: '这一批已经完成。', en: 'The batch is finished.' },
  notRunning: { zh: '这一批没有在进行。', en: 'The batch is not running.' },
  oneFile: { zh: '请以 multipart/form-data 上传一个文件，字段名 file。', en: 'Upload one file as multipart/form-data, in the part `file`.' },
  tooLarge: { zh: '文件超过 {limit} MB。', en: 'The file is larger than {limit} MB.' },
  fileGone: { zh: '这一批的文件已不在数据文件夹里，请重新上传。', en: 'The file of this batch is no longer in the data folder. Upload it again.' }
} satisfies Record<string, Sentence>

/** Why a voucher does not apply to a basket. */
export const whyWords = {
  nothingEligible: { zh: '购物篮里没有适用的商品', en: 'nothing in the basket counts for it' },
  minSpend: { zh: '适用商品满 {leastZh} 可用，还差 {shortZh}', en: 'needs {leastEn} of what counts, {shortEn} short' },
  store: { zh: '这家门店不适用', en: 'not in this store' },
  channel: { zh: '这个渠道不适用', en: 'not through this channel' },
  weekday: { zh: '今天不适用（{daysZh}可用）', en: 'not today ({daysEn} only)' },
  hours: { zh: '{from}–{to} 可用', en: 'between {from} and {to} only' },
  tier: { zh: '限 {tiers} 会员', en: 'for {tiers} members' },
  firstOrder: { zh: '限首单', en: 'for a first order' },
  giftMissing: { zh: '先把“{label}”放进购物篮', en: 'put "{label}" into the basket first' },
  noShipping: { zh: '这一单没有运费', en: 'the order has no delivery charge' }
} satisfies Record<string, Sentence>

/** What a return did to a voucher. */
export const effectWords = {
  givenBack: { zh: '卡券“{nameZh}”退回，可用到 {validTo}', en: 'The voucher "{nameEn}" comes back, good to {validTo}' },
  givenBackOver: { zh: '卡券“{nameZh}”退回，但已过期', en: 'The voucher "{nameEn}" comes back, but has expired' },
  givenBackPart: { zh: '留下的商品不再满足卡券“{nameZh}”的条件：卡券退回，留下部分的优惠要收回', en: 'What is kept no longer meets the conditions of "{nameEn}": the voucher comes back, and what it takes off the kept goods is owed' },
  kept: { zh: '卡券“{nameZh}”的优惠随留下的商品保留', en: 'The discount of "{nameEn}" stays with what is kept' }
} satisfies Record<string, Sentence>

export const jobWords = {
  batchTitle: { zh: '成批的券码和发券', en: 'Batches of codes and vouchers' },
  generating: { zh: '正在生成“{name}”的券码', en: 'Making the codes of "{name}"' },
  importing: { zh: '正在导入“{name}”的券码，{known} 个已存在', en: 'Taking in the codes of "{name}", {known} known already' },
  listing: { zh: '正在按“{name}”发券，{refused} 行没有发出', en: 'Giving to the list "{name}", {refused} lines not given' },
  sweepTitle: { zh: '卡券到期与解除保留', en: 'Vouchers that end or become free' }
} satisfies Record<string, Sentence>

/** Why a line of a file was not taken. */
export const lineWords = {
  unknown: { zh: '没有这位会员', en: 'no such member' },
  malformed: { zh: '不是手机号、会员卡号或客户编号', en: 'no phone, card or customer id' },
  limit: { zh: '已领够', en: 'has had all they may' },
  total: { zh: '已发完', en: 'all were given out' },
  code: { zh: '不是券码', en: 'no code' }
} satisfies Record<string, Sentence>

export const batchColumns = { code: { zh: '券码', en: 'Code' }, bound: { zh: '已被领取', en: 'Taken' }, yes: { zh: '是', en: 'yes' } } satisfies Record<string, Sentence>
