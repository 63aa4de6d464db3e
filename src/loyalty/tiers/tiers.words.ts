/** Every sentence of tiers that the server says. */
import type { Sentence } from '#foundation/words.ts'
import type { Reason } from './tiers.schema.ts'

export const reasonWords: Readonly<Record<Reason, Sentence>> = {
  joined: { zh: '入会', en: 'joined' },
  upgraded: { zh: '达到升级条件', en: 'reached what it asks' },
  kept: { zh: '保级成功', en: 'kept for another term' },
  expired: { zh: '到期未达到保级条件', en: 'the term ended without what keeping asks' },
  returned: { zh: '退货后不再达到条件', en: 'after a return no longer earned' },
  policy: { zh: '等级规则调整', en: 'the ladder changed' },
  granted: { zh: '人工授予', en: 'given by hand' },
  grant_ended: { zh: '人工授予结束', en: 'what was given by hand ended' }
}

/** What the timeline says. */
export const tiersKinds = [
  { kind: 'tiers.upgraded', group: 'points' as const, sentence: { zh: '从{fromZh}升为{toZh}：{whyZh}', en: 'Rose from {fromEn} to {toEn}: {whyEn}' } },
  { kind: 'tiers.downgraded', group: 'points' as const, sentence: { zh: '从{fromZh}降为{toZh}：{whyZh}', en: 'Fell from {fromEn} to {toEn}: {whyEn}' } },
  { kind: 'tiers.kept', group: 'points' as const, sentence: { zh: '保住{toZh}，到 {until}', en: 'Keeps {toEn} until {until}' } }
]
