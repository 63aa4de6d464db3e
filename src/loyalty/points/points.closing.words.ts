import type { Sentence } from '#foundation/words.ts'

export const closingWords = {
  monthRunning: { zh: '{month} 还没有结束（或结束不到一小时），不能关账。', en: '{month} has not ended, or not an hour ago; it cannot be closed.' },
  alreadyClosed: { zh: '{month} 及以前的月份已经关账。', en: '{month} and all months before it are closed already.' },
  sweepFirst: { zh: '{month} 里还有到期或生效的积分没有记账。清算任务正在处理，请几分钟后再试。', en: 'Points that ended or matured in {month} are not booked yet. The sweep is at it; try again in some minutes.' },
  notLastClosed: { zh: '只能重开最近关账的月份（{month}）。', en: 'Only the last closed month ({month}) can be opened again.' },
  approvalNeedless: { zh: '这些变动不在已关账的月份里，不需要批准，直接记账即可。', en: 'None of this counts in a closed month: no approval is needed, book it.' },
  unknownApproval: { zh: '没有这个申请。', en: 'There is no such request.' },
  ownApproval: { zh: '自己的申请要由另一个人批准。', en: 'Your own request needs a second person.' },
  approvalDecided: { zh: '这个申请已经处理过了。', en: 'This request was decided already.' }
} satisfies Record<string, Sentence>
