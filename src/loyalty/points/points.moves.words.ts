import type { Sentence } from '#foundation/words.ts'

const told = (zh: string, en: string): Sentence => ({ zh: `${zh} {amount}（{currency}），可用 {available}`, en: `${en} {amount} ({currency}), {available} to spend` })

/** What an entry that moved between wallets is called on the log. */
export const moveKinds = {
  transfer: 'points.transferred', exchange: 'points.exchanged', merge: 'points.merged', unmerge: 'points.unmerged', duplicate: 'points.taken_twice', contribute: 'points.contributed', leave: 'points.left'
} as const

/** What the timeline says of points that moved between wallets. */
export const movesKinds = [
  { kind: moveKinds.transfer, group: 'points' as const, sentence: told('转赠', 'Given by one member to another:') },
  { kind: moveKinds.exchange, group: 'points' as const, sentence: told('积分兑换', 'Exchanged') },
  { kind: moveKinds.merge, group: 'points' as const, sentence: told('随合并转账', 'Moved with a merged record:') },
  { kind: moveKinds.unmerge, group: 'points' as const, sentence: told('撤销合并转回', 'Moved back as a merge was undone:') },
  { kind: moveKinds.duplicate, group: 'points' as const, sentence: told('重复发放的礼遇', 'A gift that was given twice:') },
  { kind: moveKinds.contribute, group: 'points' as const, sentence: told('存入共享账户', 'Put into a shared wallet:') },
  { kind: moveKinds.leave, group: 'points' as const, sentence: told('退出共享账户，取回', 'Left a shared wallet with') }
]

export const movesWords = {
  tooLittle: { zh: '{amount} 太少：每 {give} 换 {get}，换不到 1。', en: '{amount} is too little: {get} for every {give} comes to less than one.' },
  unknownRate: { zh: '没有这个兑换比率，或还没生效。', en: 'There is no such rate, or it is not in force yet.' },
  rateReplaced: { zh: '这个兑换比率已被新的取代（{rateId}）。请按新比率重试。', en: 'This rate was replaced by {rateId}. Try again with the new one.' },
  transferOff: { zh: '“{currency}”不允许转赠。', en: '"{currency}" cannot be given to others.' },
  transferLimit: { zh: '每次转赠 {least} 到 {most}，每月最多 {monthly}，本月还可转 {left}。', en: 'Between {least} and {most} at a time, at most {monthly} a month; {left} is left this month.' },
  toOneself: { zh: '不能转给自己。', en: 'Nobody gives to themselves.' },
  holdOpen: { zh: '有冻结的积分还没结束（到 {deadline}）。结束后再试。', en: 'Points are on hold until {deadline}. Try again when that has ended.' }
} satisfies Record<string, Sentence>
