import type { Sentence } from '#foundation/words.ts'

const told = (kind: string, zh: string, en: string) => ({ kind, group: 'points' as const, sentence: { zh: `${zh}，{left}`, en: `{currency}: ${en}, {left}` } })

/** What an entry that moved between wallets is called on the log. */
export const moveKinds = {
  transfer: 'points.transferred', exchange: 'points.exchanged', merge: 'points.merged', unmerge: 'points.unmerged', duplicate: 'points.taken_twice', contribute: 'points.contributed', leave: 'points.left'
} as const

/** What the timeline says of points that moved between wallets. */
export const movesKinds = [
  told(moveKinds.transfer, '转赠{currency} {amount}', '{amount} given by one member to another'),
  told(moveKinds.exchange, '兑换{currency} {amount}', '{amount} exchanged'),
  told(moveKinds.merge, '随合并转账{currency} {amount}', '{amount} moved with a merged record'),
  told(moveKinds.unmerge, '撤销合并转回{currency} {amount}', '{amount} moved back as a merge was undone'),
  told(moveKinds.duplicate, '收回重复发放的{currency} {amount}', '{amount} of a gift that was given twice'),
  told(moveKinds.contribute, '存入共享账户的{currency} {amount}', '{amount} put into a shared wallet'),
  told(moveKinds.leave, '退出共享账户取回{currency} {amount}', '{amount} taken along from a shared wallet')
]

export const movesWords = {
  tooLittle: { zh: '{amount} 太少：每 {give} 换 {get}，什么也换不到。', en: '{amount} is too little: {get} for every {give} comes to nothing.' },
  unknownRate: { zh: '没有这个兑换比率，或还没生效。', en: 'There is no such rate, or it is not in force yet.' },
  rateReplaced: { zh: '这个兑换比率已被新的取代（{rateId}）。请按新比率重试。', en: 'This rate was replaced by {rateId}. Try again with the new one.' },
  transferOff: { zh: '“{currency}”不允许转赠。', en: '"{currency}" cannot be given to others.' },
  transferLimit: { zh: '每次转赠 {least} 到 {most}，每月最多 {monthly}，本月还可转 {left}。', en: 'Between {least} and {most} at a time, at most {monthly} a month; {left} is left this month.' },
  toOneself: { zh: '不能转给自己。', en: 'Nobody gives to themselves.' },
  holdOpen: { zh: '有冻结的积分还没结束（到 {deadline}）。结束后再试。', en: 'Points are on hold until {deadline}. Try again when that has ended.' }
} satisfies Record<string, Sentence>
