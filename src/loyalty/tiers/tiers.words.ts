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

export const progressWords = {
  keeps: { zh: '再{what}，{days} 天内保住{tier}', en: '{what} in {days} {days|day|days} keeps {tier}' },
  keepsToday: { zh: '今天再{what}，就保住{tier}', en: '{what} today keeps {tier}' },
  kept: { zh: '已满足{tier}的条件', en: 'Already has what {tier} asks' },
  toNext: { zh: '再{what}，升为{tier}', en: '{what} to {tier}' },
  spend: { zh: '消费 {n}', en: '{n}' },
  orders: { zh: '购买 {n} 次', en: '{n} {n|order|orders}' },
  growth: { zh: '得 {n} 成长值', en: '{n} growth value' }
} satisfies Record<string, Sentence>

export const tiersWords = {
  policyChanged: { zh: '等级规则刚被改过（现在是第 {version} 版）。请刷新后再改。', en: 'The ladder was changed meanwhile (now version {version}). Reload and change again.' },
  policyInPast: { zh: '{validFrom} 已经过去：新规则只能从现在起生效。', en: '{validFrom} has passed: a new ladder can hold from now on only.' },
  policyInForce: { zh: '第 {version} 版已经生效，不能撤回；请写一个新版本。', en: 'Version {version} is in force and cannot be taken back; write a new one.' },
  unknownPolicy: { zh: '没有第 {version} 版等级规则。', en: 'There is no version {version} of the ladder.' },
  sameTier: { zh: '有两个等级的代号都是“{tier}”。', en: 'Two tiers have the same id "{tier}".' },
  firstTier: { zh: '第一级是起点，不能有升级或保级条件。', en: 'Everybody begins in the first tier: it asks nothing.' },
  noUpgrade: { zh: '“{tier}”没有升级条件，谁也升不上去。', en: '"{tier}" has no rule by which to reach it.' },
  noCycleStart: { zh: '固定周期要写明从哪一天起算。', en: 'A fixed cycle needs the day from which it counts.' },
  notADay: { zh: '“{day}”不是日历上的一天。', en: '"{day}" is not a day of the calendar.' },
  unknownCustomer: { zh: '没有这位客户：{customer}。', en: 'There is no such customer: {customer}.' },
  unknownTier: { zh: '现在的等级规则里没有“{tier}”。', en: 'The ladder in force has no tier "{tier}".' },
  grantOver: { zh: '{until} 已经过去。', en: '{until} has passed.' },
  unknownGrant: { zh: '没有这次授予，或已撤回。', en: 'There is no such grant, or it was withdrawn.' },
  sweepTitle: { zh: '会员等级：到期、保级与规则调整', en: 'Tiers: terms that end, and ladders that change' },
  followTitle: { zh: '会员等级：新导入的订单', en: 'Tiers: orders that were imported' },
  looked: { zh: '看过 {n} 位会员', en: '{n} members looked at' }
} satisfies Record<string, Sentence>

/** The heads of the exported columns. */
export const listWords = {
  customerId: { zh: '客户编号', en: 'Customer' }, name: { zh: '姓名', en: 'Name' }, tier: { zh: '等级', en: 'Tier' }, since: { zh: '升入日', en: 'Since' }, until: { zh: '有效期至', en: 'Until' }, losesOn: { zh: '将失去等级的日子', en: 'Loses it on' },
  spent: { zh: '近一年消费', en: 'Spent in a year' }, keep: { zh: '怎样保级', en: 'What keeps it' }, next: { zh: '怎样升级', en: 'What lifts it' }
} satisfies Record<string, Sentence>
