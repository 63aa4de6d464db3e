import type { Sentence } from '#foundation/words.ts'

/** Why a row is rejected. */
export const openingFaults = {
  no_member: { zh: '没有能认出会员的手机、卡号或编号', en: 'nothing names the member: no phone, card or number that can be read' },
  amount_wrong: { zh: '“{value}”不是数', en: '"{value}" is no number' },
  negative: { zh: '“{value}”小于 0', en: '"{value}" is below zero' },
  fraction: { zh: '“{value}”不是整数', en: '"{value}" is no whole number' },
  unknown_currency: { zh: '积分规则里没有“{value}”', en: 'the points policy has no currency "{value}"' },
  earned_wrong: { zh: '“{value}”不是过去的日期', en: '"{value}" is no day of the past' },
  expires_wrong: { zh: '“{value}”不是日期', en: '"{value}" is no date' },
  ends_before: { zh: '{expires} 到期早于 {earned} 获得', en: 'it ends on {expires}, before it was earned on {earned}' },
  unknown_tier: { zh: '没有“{value}”这个等级', en: 'there is no tier "{value}"' },
  broken: { zh: '引号没有结束，或行里的格子数不对', en: 'a quote does not end' },
  differs: { zh: '这个批次已经转入过，当时是 {before}，文件里是 {now}', en: 'this lot was brought over before as {before}; the file says {now}' },
  growth_twice: { zh: '同一会员的成长值有两个数', en: 'two different growth values for one member' }
} satisfies Record<string, Sentence>
export type OpeningFault = keyof typeof openingFaults
export const isOpeningFault = (text: string): text is OpeningFault => text in openingFaults

export const rejectColumns = { line: { zh: '行号', en: 'Line' }, reason: { zh: '原因', en: 'Reason' } } satisfies Record<string, Sentence>
