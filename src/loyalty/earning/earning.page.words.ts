import type { Sentence } from '#foundation/words.ts'
import type { TemplateName } from './earning.templates.words.ts'

export const templateWords: Readonly<Record<TemplateName, { readonly title: Sentence, readonly says: Sentence }>> = {
  plain: { title: { zh: '简单', en: 'Plain' }, says: { zh: '每消费 1 元得 1 积分和 1 成长值。', en: 'One point and one growth value for each unit of money.' } },
  tiers: { title: { zh: '会员等级', en: 'With tiers' }, says: { zh: '再加上等级倍数、首单奖励、生日当月双倍。', en: 'And more for tiers, for the first order, and in the month of the birthday.' } },
  campaign: { title: { zh: '带活动预算', en: 'With a campaign' }, says: { zh: '再加上一个限时活动：有总预算，每人有上限。', en: 'And a campaign with a budget and a limit for each member.' } }
}

export const earningPageWords = {
  title: { zh: '积分规则', en: 'Earning rules' },
  question: { zh: '会员消费能得多少积分？', en: 'What do members earn?' },
  answer: { zh: '第 {version} 版正在生效：{rules} 条规则。下面这笔订单按它得 {points} 积分。', en: 'Version {version} is in force: {rules} rules. By it the order below earns {points} points.' },
  answerPlain: { zh: '第 {version} 版正在生效：{rules} 条规则。', en: 'Version {version} is in force: {rules} rules.' },
  coming: { zh: '第 {version} 版已经排期，从 {from} 起生效。下面显示的是它；改动也从它开始。', en: 'Version {version} is scheduled and comes into force on {from}. It is what stands below, and what changes begin from.' },
  waiting: { zh: '第 {version} 版从 {from} 起生效；在那之前不计积分。', en: 'Version {version} is in force from {from} on; until then nothing is earned.' },
  emptyTitle: { zh: '还没有积分规则', en: 'There are no earning rules yet' },
  emptyWhy: { zh: '有了规则，每笔会员订单当场得积分，退货自动扣回；每一分都说得清来自哪笔订单、哪一行、哪条规则。没有规则时什么也不计。', en: 'With rules every order of a member earns at once, a return takes it back, and each point names its order, line and rule. Without rules nothing is counted.' },
  begin: { zh: '用“{name}”方案开始', en: 'Begin with "{name}"' },
  rules: { zh: '规则', en: 'Rules' },
  order: { zh: '按顺序计算；按金额给分的规则，每行商品取第一条适用的。', en: 'Counted in this order; of the rules by money the first that fits a line counts for it.' },
  add: { zh: '添加规则', en: 'Add a rule' }, edit: { zh: '修改', en: 'Edit' }, remove: { zh: '删除', en: 'Remove' }, up: { zh: '“{name}”上移', en: 'Move "{name}" up' }, down: { zh: '“{name}”下移', en: 'Move "{name}" down' },
  editNamed: { zh: '修改“{name}”', en: 'Edit "{name}"' }, removeNamed: { zh: '删除“{name}”', en: 'Remove "{name}"' },
  noRules: { zh: '没有规则：发布后不再计新的积分。', en: 'No rules: once published, nothing more is earned.' },
  stacking: { zh: '多个倍数同时适用时（{currency}）', en: 'Where several multiples apply ({currency})' },
  additive: { zh: '相加', en: 'Add up' }, multiplicative: { zh: '相乘', en: 'Multiply' }, best: { zh: '取最高', en: 'The highest only' },
  additiveSays: { zh: '两个 2 倍合计 3 倍', en: 'two times two make three' }, multiplicativeSays: { zh: '两个 2 倍合计 4 倍', en: 'two times two make four' }, bestSays: { zh: '两个 2 倍还是 2 倍', en: 'two times two stay two' },
  dayLimit: { zh: '每人每天最多（{currency}）', en: 'At most a member and day ({currency})' }, noLimit: { zh: '不限', en: 'no limit' },
  budgets: { zh: '活动预算', en: 'Campaign budgets' }, budgetsSay: { zh: '用完为止，一分不超；退货会退回预算。', en: 'Given to the last point and not one more; returns give back.' }, addBudget: { zh: '添加预算', en: 'Add a budget' }, budgetName: { zh: '预算名称', en: 'Name of the budget' }, bound: { zh: '总额', en: 'In all' }, boundIn: { zh: '哪种积分', en: 'Of which currency' },
  used: { zh: '已用 {used}，还剩 {left} {currency}', en: '{currency}: {used} used, {left} left' }, unopened: { zh: '发布后开始', en: 'begins when published' }, removeBudget: { zh: '删除预算“{name}”', en: 'Remove the budget "{name}"' },
  changed: { zh: '有未发布的修改', en: 'There are changes that are not published' }, wasKept: { zh: '这些修改是你上次没发布的。', en: 'These are the changes that you did not publish last time.' }, discard: { zh: '放弃修改', en: 'Discard' }, publish: { zh: '发布…', en: 'Publish…' }, replay: { zh: '先回放看看', en: 'Replay it first' },
  problems: { zh: '{n} 处问题，改好才能发布', en: '{n} {n|problem|problems} to mend before it can be published' },
  publishTitle: { zh: '发布新版本', en: 'Publish a version' }, when: { zh: '何时生效', en: 'When is it in force' }, now: { zh: '现在', en: 'Now' }, later: { zh: '指定日期', en: 'On a day' }, note: { zh: '说明（给同事看）', en: 'Note for colleagues' }, day: { zh: '生效日', en: 'Day' },
  publishNow: { zh: '发布第 {version} 版', en: 'Publish version {version}' }, keeps: { zh: '已经计过的订单保留原来的版本；退货也按原来的版本扣回。', en: 'What is counted keeps its version; returns are worked out by it, too.' },
  difference: { zh: '与第 {version} 版相比', en: 'Against version {version}' }, sameAs: { zh: '没有变化', en: 'No change' }, added: { zh: '新增', en: 'Added' }, gone: { zh: '删除', en: 'Removed' }, altered: { zh: '修改', en: 'Changed' }, moved: { zh: '顺序有变', en: 'In another order' }, terms: { zh: '叠加方式、每日上限或预算有变', en: 'Stacking, daily limits or budgets have changed' },
  history: { zh: '版本', en: 'Versions' }, version: { zh: '第 {version} 版', en: 'Version {version}' }, inForce: { zh: '生效中', en: 'In force' }, scheduled: { zh: '{from} 起', en: 'From {from}' }, past: { zh: '已被取代', en: 'Replaced' }, withdrawn: { zh: '已撤回', en: 'Withdrawn' }, withdraw: { zh: '撤回', en: 'Withdraw' }, by: { zh: '{author} 于 {at} 发布', en: 'by {author}, {at}' }, first: { zh: '首个版本，{n} 条规则', en: 'The first version, {n} rules' },
  example: { zh: '在真实订单上', en: 'On a real order' }, exampleOf: { zh: '订单 {number}，{at}', en: 'Order {number}, {at}' }, otherOrder: { zh: '换一笔订单号', en: 'Another order number' }, source: { zh: '来源', en: 'Source' }, show: { zh: '试算', en: 'Work it out' }, noOrder: { zh: '还没有会员订单可试算。', en: 'There is no order of a member to try it on.' },
  line: { zh: '商品', en: 'Goods' }, paid: { zh: '实付', en: 'Paid' }, gives: { zh: '得', en: 'Earns' }, whole: { zh: '整单', en: 'The order' }, nothing: { zh: '这笔订单不得积分。', en: 'This order earns nothing.' },
  facts: { zh: '等级 {tier}{first}{birthday}', en: 'tier {tier}{first}{birthday}' }, factsFirst: { zh: '，首单', en: ', first order' }, factsBirthday: { zh: '，生日', en: ', birthday' }, limitsAside: { zh: '不含每日、每人和预算上限。', en: 'Limits per day, per member and of budgets left aside.' }, total: { zh: '合计', en: 'Together' },
  startTitle: { zh: '从什么时候开始计？', en: 'From when on?' }, startToday: { zh: '从现在开始', en: 'From now on' }, startPast: { zh: '从过去某天开始补计', en: 'Count from a past day on' }, preview: { zh: '先看看会是多少', en: 'See what it would come to' },
  previewSays: { zh: '{members} 位会员的 {orders} 笔订单共得 {points} {currency}，其中 {living} 今天还有效——这就是要背的负债。', en: '{orders} orders of {members} members earn {points} {currency}; {living} of them are still valid today: that is what you would owe.' },
  previewPart: { zh: '只算了前 {counted} 笔。', en: 'Only the first {counted} are worked out.' }, beforeReturns: { zh: '退货、每人上限和预算上限会让实际数字更小。', en: 'Returns and the limits of members and budgets will make it less.' },
  counting: { zh: '正在后台补计，见“后台任务”。', en: 'Counting goes on in the background; see "Jobs".' }, toJobs: { zh: '查看进度', en: 'See how far it is' }
} satisfies Record<string, Sentence>

export const ruleFormWords = {
  name: { zh: '名称', en: 'Name' }, currency: { zh: '积分种类', en: 'Currency' }, gives: { zh: '给什么', en: 'What it gives' }, done: { zh: '好', en: 'Done' },
  rate: { zh: '按金额', en: 'By money' }, extra: { zh: '按金额另加', en: 'By money, on top' }, times: { zh: '倍数', en: 'A multiple' }, tier: { zh: '等级倍数', en: 'The multiple of the tier' }, unit: { zh: '每件', en: 'For each piece' }, fixed: { zh: '每单固定', en: 'Fixed for an order' }, event: { zh: '事件', en: 'For an event' },
  points: { zh: '得多少', en: 'How many' }, per: { zh: '每消费', en: 'For every' }, factor: { zh: '几倍', en: 'How many times' }, eventKind: { zh: '事件类型，如 surveys.answered', en: 'Kind of event, such as surveys.answered' }, field: { zh: '事件中的字段（可不填）', en: 'A field of the event (optional)' }, is: { zh: '条件', en: 'Condition' }, value: { zh: '值', en: 'Value' },
  equals: { zh: '等于', en: 'is' }, not: { zh: '不等于', en: 'is not' }, at_least: { zh: '至少', en: 'at least' }, at_most: { zh: '至多', en: 'at most' }, one_of: { zh: '之一', en: 'one of' },
  which: { zh: '哪些商品', en: 'Which goods' }, categories: { zh: '品类', en: 'Categories' }, products: { zh: '商品编码', en: 'Product codes' }, exceptCategories: { zh: '除外的品类', en: 'Except categories' }, exceptProducts: { zh: '除外的商品编码', en: 'Except product codes' },
  who: { zh: '哪些订单', en: 'Which orders' }, tiers: { zh: '等级', en: 'Tiers' }, stores: { zh: '门店', en: 'Stores' }, channels: { zh: '渠道', en: 'Channels' }, sources: { zh: '订单来源', en: 'Sources of orders' }, firstOrder: { zh: '仅首单', en: 'First order only' }, birthday: { zh: '生日', en: 'Birthday' }, any: { zh: '不限', en: 'any' }, bday: { zh: '当天', en: 'the day' }, bweek: { zh: '当周', en: 'its week' }, bmonth: { zh: '当月', en: 'its month' },
  from: { zh: '开始日期', en: 'First day' }, to: { zh: '结束日期', en: 'Last day' }, weekdays: { zh: '星期', en: 'Weekdays' }, hoursFrom: { zh: '几点起', en: 'From' }, hoursTo: { zh: '到几点', en: 'Until' }, atLeast: { zh: '这些商品至少消费', en: 'These goods come at least to' },
  limits: { zh: '上限与到期', en: 'Limits and end' }, mostOrder: { zh: '每单最多', en: 'At most an order' }, mostDay: { zh: '每人每天最多', en: 'At most a member and day' }, mostCustomer: { zh: '每人累计最多', en: 'At most a member in all' }, budget: { zh: '从哪个预算出', en: 'From which budget' }, none: { zh: '无', en: 'none' }, ends: { zh: '几天后到期（不填按积分政策）', en: 'Ends after days (empty: as the policy says)' }, rounding: { zh: '零头', en: 'Fractions' },
  floor: { zh: '舍去', en: 'down' }, half_even: { zh: '四舍六入五成双', en: 'half to even' }, ceil: { zh: '进一', en: 'up' }, newRule: { zh: '新规则', en: 'A new rule' }
} satisfies Record<string, Sentence>
