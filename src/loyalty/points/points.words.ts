import type { Sentence } from '#foundation/words.ts'
import type { Command } from './points.schema.ts'

/** What a command is called on the log once it is done. */
export const pastKinds: Readonly<Record<Command['do'], string>> = {
  earn: 'points.earned', redeem: 'points.redeemed', hold: 'points.held', capture: 'points.captured', release: 'points.released', reverse: 'points.reversed',
  restore: 'points.restored', adjust: 'points.adjusted', settle: 'points.settled', open: 'points.opened', unopen: 'points.unopened'
}

const told = (kind: string, zh: string, en: string) => ({ kind, group: 'points' as const, sentence: { zh: `${zh}，{left}`, en: `{currency}: ${en}, {left}` } })

/** What time did, which no command asked for. */
export const timeKinds = { mature: 'points.matured', expire: 'points.expired', repay: 'points.repaid' } as const

/** What the timeline says of points. `left` is one of `leftWords`, in the sentence's language like the currency's name. */
export const pointsKinds = [
  told(pastKinds.earn, '获得{currency} {amount}', '{amount} earned'), told(pastKinds.redeem, '使用{currency} {amount}', '{amount} spent'),
  told(pastKinds.hold, '冻结{currency} {amount}', '{amount} put on hold'), told(pastKinds.capture, '扣除冻结的{currency} {amount}', '{amount} on hold were spent'), told(pastKinds.release, '解冻{currency}', 'a hold ended'),
  told(pastKinds.reverse, '退货扣回{currency} {amount}', '{amount} taken back after a return'), told(pastKinds.restore, '退货退回{currency} {amount}', '{amount} given back after a return'),
  told(pastKinds.adjust, '调整{currency} {amount}', 'adjusted by {amount}'), told(pastKinds.settle, '{currency}结算', 'brought up to date'),
  told(timeKinds.mature, '{currency}生效 {amount}', '{amount} may be spent from now on'), told(timeKinds.expire, '{currency}到期 {amount}', '{amount} expired'), told(timeKinds.repay, '用{currency} {amount} 抵欠', '{amount} paid what was owed'),
  told(pastKinds.open, '从原会员系统转入{currency} {amount}', '{amount} brought over from another programme'), told(pastKinds.unopen, '撤销转入的{currency}', 'what was brought over was taken back')
]
/** After it: of a currency that is spent, and of one that is only counted. */
export const leftWords = { toSpend: { zh: '可用 {available}', en: '{available} to spend' }, counted: { zh: '共 {available}', en: '{available} in all' } } satisfies Record<string, Sentence>

export const pointsWords = {
  insufficient: { zh: '可用积分不足：要 {wanted}，可用 {available}。', en: 'Not enough points: {wanted} wanted, {available} may be spent.' },
  amountWrong: { zh: '数额须是大于 0 的整数，这里是 {amount}。', en: 'The amount must be a whole number above zero; here it is {amount}.' },
  unknownCurrency: { zh: '积分规则里没有“{currency}”这种积分。', en: 'The points policy has no currency "{currency}".' },
  notSpendable: { zh: '“{currency}”只计数，不能花。', en: '"{currency}" is counted, never spent.' },
  inFuture: { zh: '{at} 还没到：积分不能记在将来。', en: '{at} is still to come: points cannot be booked in the future.' },
  holdEnded: { zh: '冻结 {hold} 不存在，或已用掉、解冻、到期。', en: 'The hold {hold} is not known, or was captured, released or ran out.' },
  beyondHold: { zh: '只冻结了 {held}，不能用 {wanted}。', en: 'Only {held} were held; {wanted} cannot be captured.' },
  beyondEarned: { zh: '这笔订单还能扣回 {open}，不能扣 {wanted}。', en: 'Of what this order earned {open} can still be taken back, not {wanted}.' },
  beyondRedeemed: { zh: '这笔订单用掉的积分还能退回 {open}，不能退 {wanted}。', en: 'Of what was spent on this order {open} can still be given back, not {wanted}.' },
  alreadyBooked: { zh: '这张小票（{receipt}）已经记过。', en: 'This receipt ({receipt}) is already booked.' },
  unknownCustomer: { zh: '没有这位客户：{customer}。', en: 'There is no such customer: {customer}.' },
  openingUsed: { zh: '转入的积分（{number}）已被使用、到期或撤销，不能再撤销。', en: 'What was brought over ({number}) was used, has ended or was taken back already; it cannot be taken back.' },
  periodClosed: { zh: '{month} 已经关账：{at} 的变动要先由另一个人批准。', en: '{month} is closed: what counts at {at} needs the approval of a second person.' },
  alreadyGiven: { zh: '这位会员已经领过“{once}”，只发一次。', en: 'This member has had "{once}" already; it is given once.' },
  unknownPlace: { zh: '流水的位置“{after}”读不懂；请用上一页给出的 next。', en: 'The place "{after}" in the journal makes no sense; use the `next` of the page before.' },
  endsBefore: { zh: '到期日 {expiresOn} 不能早于生效日 {maturesOn}。', en: 'The last day, {expiresOn}, cannot be before the first, {maturesOn}.' },
  policyInPast: { zh: '规则不能从过去的时间生效：{validFrom}。已经获得的积分按当时的规则。', en: 'A policy cannot begin in the past: {validFrom}. What was earned keeps the rules of its time.' },
  scaleFixed: { zh: '“{currency}”的小数位数已经固定为 {scale}，不能再改。', en: 'The scale of "{currency}" is {scale} for ever.' },
  currencyKept: { zh: '“{currency}”已经在用，不能从规则里去掉；可以改名，或停止发放。', en: '"{currency}" is in use and stays in the policy; rename it, or stop giving it.' },
  policyInForce: { zh: '第 {version} 版已经生效，不能撤回。请另立新版。', en: 'Version {version} is in force already and cannot be withdrawn. Make a new one.' },
  unknownPolicy: { zh: '没有第 {version} 版规则，或已经撤回。', en: 'There is no version {version}, or it was withdrawn.' },
  policyChanged: { zh: '规则刚被改过（现在是第 {version} 版）。请刷新后再改。', en: 'The policy was changed meanwhile (now version {version}). Reload and change again.' }
} satisfies Record<string, Sentence>
