import type { Sentence } from '#foundation/words.ts'

export const policyPageWords = {
  title: { zh: '积分制度', en: 'Points policy' },
  question: { zh: '积分能用多久，退货时怎么办？', en: 'How long do points live, and what does a return take?' },
  answer: { zh: '{name}{life}，{pending}；退货时{refund}。', en: '{name} {life} and {pending}; a return {refund}.' },
  headForever: { zh: '永久有效', en: 'never end' },
  headDay: { zh: '有效 {months} 个月', en: 'live {months} {months|month|months}' },
  headMonth: { zh: '有效 {months} 个月，到满期当月月底', en: 'live {months} {months|month|months}, to the end of that month,' },
  headYear: { zh: '有效 {months} 个月，到满期当年年底', en: 'live {months} {months|month|months}, to the end of that year,' },
  headAtOnce: { zh: '获得当天可用', en: 'may be used on the day they are earned' },
  headAfter: { zh: '获得 {days} 天后可用', en: 'may be used {days} {days|day|days} after they are earned' },
  headPendingOnly: { zh: '只扣回还没生效的', en: 'takes only what is still pending' },
  headWithin: { zh: '扣回所得，余额扣完为止', en: 'takes back what the order earned, as far as the balance goes' },
  headDebt: { zh: '扣回所得，余额不够的记欠', en: 'takes back what the order earned, and what the balance lacks is owed' },
  rules: { zh: '现在的规则', en: 'The rules in force' }, versionOf: { zh: '第 {n} 版', en: 'version {n}' },
  scheduledNote: { zh: '第 {n} 版将从 {at} 起生效。', en: 'Version {n} comes into force on {at}.' },
  keeps: { zh: '新版本只管以后获得的积分；已经获得的保留当时的规则。', en: 'A new version holds for what is earned from then on; what is earned already keeps the rules of its time.' },
  adjust: { zh: '修改制度', en: 'Change the policy' },
  versions: { zh: '历次版本', en: 'Versions' }, version: { zh: '第 {n} 版', en: 'Version {n}' },
  inForce: { zh: '生效中', en: 'In force' }, scheduled: { zh: '{at} 起生效', en: 'From {at}' }, past: { zh: '已被取代', en: 'Replaced' }, withdrawn: { zh: '{who}已撤回', en: 'Withdrawn by {who}' },
  withdraw: { zh: '撤回', en: 'Withdraw' }, withdrawAsks: { zh: '撤回第 {n} 版？它还没有生效，撤回后不会生效。', en: 'Withdraw version {n}? It is not in force yet and never will be.' },
  by: { zh: '{who}，{at}', en: 'by {who}, {at}' }, first: { zh: '最初的版本。', en: 'The first version.' }, same: { zh: '规则没有变化。', en: 'No rule is changed.' },
  you: { zh: '你', en: 'you' }, sample: { zh: '示例', en: 'the sample' }, colleague: { zh: '一位同事', en: 'a colleague' },
  no: { zh: '不', en: 'No' }
} satisfies Record<string, Sentence>

export const policyFormWords = {
  nameZh: { zh: '名称（中文）', en: 'Name (Chinese)' }, nameEn: { zh: '名称（英文）', en: 'Name (English)' },
  life: { zh: '能用多久', en: 'How long they live' }, forever: { zh: '永久有效', en: 'For ever' }, untilDay: { zh: '满月数即失效', en: 'To the day' }, untilMonth: { zh: '到那个月月底', en: 'To the end of the month' }, untilYear: { zh: '到那一年年底', en: 'To the end of the year' },
  months: { zh: '几个月', en: 'Months' },
  pending: { zh: '获得几天后可用', en: 'Days before they may be used' },
  refund: { zh: '退货时扣回', en: 'What a return may take' }, pendingOnly: { zh: '只扣还没生效的', en: 'Only what is still pending' }, within: { zh: '扣到余额为止', en: 'As far as the balance goes' }, debt: { zh: '余额不够的记欠', en: 'The rest as a debt' },
  grace: { zh: '退回时已过期的，再给几天', en: 'Days for what comes back after its end' },
  spendable: { zh: '会员可以花', en: 'Members may spend them' },
  transfer: { zh: '会员之间可以转赠', en: 'Members may give them to others' }, least: { zh: '每次至少', en: 'At least each time' }, most: { zh: '每次至多', en: 'At most each time' }, monthly: { zh: '每月合计至多', en: 'At most a month' },
  start: { zh: '何时生效', en: 'When it comes into force' }, now: { zh: '发布后立即', en: 'At once' }, later: { zh: '指定日期', en: 'On a day' }, day: { zh: '生效日（当天零点，{zone}）', en: 'Day (from midnight, {zone})' },
  note: { zh: '说明（给同事看）', en: 'Note for colleagues' },
  preview: { zh: '这会改变什么', en: 'What this changes' }, nothing: { zh: '还没有改动。', en: 'Nothing is changed yet.' },
  publish: { zh: '发布', en: 'Publish' }, replay: { zh: '先回放看看', en: 'Replay it first' }, kept: { zh: '这是你上次没有发布的修改。', en: 'These are the changes that you did not publish last time.' }, startOver: { zh: '重新开始', en: 'Start over' },
  faultName: { zh: '请填写名称，最多 30 个字', en: 'Give a name of at most 30 letters' },
  faultMonths: { zh: '请填 1 到 240 的整数', en: 'Give a whole number from 1 to 240' },
  faultDays: { zh: '请填 0 到 365 的整数', en: 'Give a whole number from 0 to 365' },
  faultLate: { zh: '这样积分还没生效就已到期', en: 'They would end before they may be used' },
  faultAmount: { zh: '请填大于 0 的数额', en: 'Give an amount above zero' },
  faultOrder: { zh: '不能小于“{other}”', en: 'Cannot be less than "{other}"' },
  faultDay: { zh: '请选择今天以后的一天', en: 'Choose a day to come' }
} satisfies Record<string, Sentence>
