import type { Sentence } from '#foundation/words.ts'

export const partnersPageWords = {
  title: { zh: '联盟伙伴', en: 'Partners' },
  question: { zh: '和伙伴之间，谁欠谁多少？', en: 'Who owes whom, we or our partners?' },
  adding: { zh: '正在算账…', en: 'Adding it up…' }, unknown: { zh: '现在算不出来。', en: 'It cannot be told just now.' },
  answerEven: { zh: '到 {day}，和 {n} 位伙伴互不相欠。', en: 'As of {day}, nothing is owed either way with {n} {n|partner|partners}.' },
  answerTheirs: { zh: '到 {day}，{n} 位伙伴欠我们 {money}。', en: 'As of {day}, {n} {n|partner owes|partners owe} us {money}.' },
  answerOurs: { zh: '到 {day}，我们欠 {n} 位伙伴 {money}。', en: 'As of {day}, we owe {money} to {n} {n|partner|partners}.' },
  answerBoth: { zh: '到 {day}，{theirs} 位伙伴欠我们 {owed}，我们欠 {ours} 位伙伴 {owing}。', en: 'As of {day}, {theirs} {theirs|partner owes|partners owe} us {owed}, and we owe {owing} to {ours} {ours|partner|partners}.' },
  month: { zh: '月份', en: 'Month' },
  add: { zh: '新建伙伴', en: 'New partner' },
  list: { zh: '伙伴', en: 'Partners' },
  name: { zh: '名称', en: 'Name' },
  does: { zh: '合作方式', en: 'What they do' },
  issues: { zh: '发放', en: 'Issues' }, accepts: { zh: '接受', en: 'Accepts' }, both: { zh: '发放、接受', en: 'Issues and accepts' },
  perHundred: { zh: '现行单价（每 100）', en: 'Rate for 100' },
  rateShort: { zh: '{side}：{currency} {money}', en: '{side}: {currency} {money}' },
  noRateShort: { zh: '{side}：还没有单价', en: '{side}: no rate yet' },
  closing: { zh: '到 {day}', en: 'As of {day}' },
  theyOwe: { zh: '对方欠我们 {money}', en: 'They owe us {money}' },
  weOwe: { zh: '我们欠对方 {money}', en: 'We owe them {money}' },
  even: { zh: '互不相欠', en: 'Nothing owed' },
  inactive: { zh: '已停用', en: 'Not active' },
  emptyTitle: { zh: '还没有联盟伙伴', en: 'No partners yet' },
  emptyWhy: {
    zh: '伙伴是和你共用积分的其他商家：他们的顾客在那里得到你的积分，由他们付钱给你；会员在他们那里用掉你的积分，由你付钱给他们。填好伙伴和结算单价，每个月谁欠谁多少会自动算清，可以下载对账。',
    en: 'Partners are other businesses that share your points. Where they issue your points to their customers, they pay you; where they accept your points, you pay them. Give each partner a rate, and every month says who owes whom, with a statement to download.'
  },
  emptyReader: { zh: '新建伙伴需要“修改积分制度”的权限。', en: 'Adding a partner needs the right to change the points policy.' }
} satisfies Record<string, Sentence>

export const statementWords = {
  title: { zh: '{month} 对账单', en: 'Statement for {month}' },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  item: { zh: '项目', en: 'Item' }, money: { zh: '金额', en: 'Amount' },
  opening: { zh: '期初', en: 'Opening' }, closing: { zh: '期末', en: 'Closing' }, soFar: { zh: '到今天', en: 'So far' },
  issued: { zh: '对方发放{currency}', en: '{currency} issued by them' }, taken_back: { zh: '退货扣回{currency}', en: '{currency} taken back after returns' },
  accepted: { zh: '对方接受{currency}', en: '{currency} accepted by them' }, given_back: { zh: '退货退还{currency}', en: '{currency} given back after returns' },
  reckoned: { zh: '{points}，每 100 {money}', en: '{points} at {money} for 100' },
  theyPaid: { zh: '对方付给我们', en: 'They paid us' }, wePaid: { zh: '我们付给对方', en: 'We paid them' },
  paidBy: { zh: '{day}，{who}登记', en: '{day}, recorded by {who}' },
  nothing: { zh: '这个月没有往来。', en: 'Nothing moved this month.' },
  signs: { zh: '金额前的 + 记入对方欠我们的，− 记入我们欠对方的。', en: 'An amount with + counts towards what they owe us, one with − towards what we owe them.' },
  pay: { zh: '登记收付款', en: 'Record a payment' },
  payTitle: { zh: '登记收付款 · {name}', en: 'Record a payment: {name}' },
  direction: { zh: '谁付的', en: 'Who paid' },
  amount: { zh: '金额（{currency}）', en: 'Amount ({currency})' },
  amountFault: { zh: '请填大于 0 的金额，最多四位小数。', en: 'An amount above zero, with at most four decimals.' },
  paidOn: { zh: '付款日', en: 'Paid on' }, note: { zh: '说明（可不填）', en: 'Note (optional)' },
  mistake: { zh: '登记以后不能删改。登记错了，就按相反方向再登记一笔。', en: 'A payment is never deleted. To undo one, record it again the other way round.' },
  effect: { zh: '登记后，{month} 期末：{owed}。', en: 'Afterwards, at the end of {month}: {owed}.' },
  savePayment: { zh: '登记', en: 'Record it' }
} satisfies Record<string, Sentence>

export const partnerRatesWords = {
  title: { zh: '结算单价', en: 'Rates' },
  why: { zh: '发放时对方付我们，接受时我们付对方。退货按原来那一笔的单价退。', en: 'They pay us for what they issue; we pay them for what they accept. A return goes by the rate of what it undoes.' },
  issue: { zh: '发放 100 {currency}，对方付我们 {money}', en: 'Issuing 100 {currency}: they pay us {money}' },
  accept: { zh: '接受 100 {currency}，我们付对方 {money}', en: 'Accepting 100 {currency}: we pay them {money}' },
  lacksIssue: { zh: '还没有发放的单价：在此之前，这位伙伴发放的积分会被拒绝记账。', en: 'No rate for issuing yet: until there is one, points that this partner issues are refused.' },
  lacksAccept: { zh: '还没有接受的单价：在此之前，这位伙伴接受的积分会被拒绝记账。', en: 'No rate for accepting yet: until there is one, points that this partner accepts are refused.' },
  inForce: { zh: '现行', en: 'In force' }, coming: { zh: '将生效', en: 'Coming' },
  since: { zh: '{at} 起，{who}设定', en: 'from {at}, set by {who}' },
  earlier: { zh: '以前的单价（{n}）', en: 'Earlier rates ({n})' },
  integrator: { zh: '收银系统或小程序向 {path} 发送积分命令时，带上 {field}，这笔积分就算在{name}名下。', en: 'A till or an app that sends commands to {path} adds {field}, and the points are settled with {name}.' },
  add: { zh: '新单价', en: 'New rate' },
  addTitle: { zh: '新单价 · {name}', en: 'New rate: {name}' },
  side: { zh: '管哪一边', en: 'For' }, currency: { zh: '积分种类', en: 'Currency' },
  hundred: { zh: '每 100 {currency}多少钱（{money}）', en: 'Money for 100 {currency} ({money})' },
  step: { zh: '要大于 0，并且是 {step} 的整数倍。', en: 'Above zero, in steps of {step}.' },
  when: { zh: '何时生效', en: 'From when' }, atOnce: { zh: '立即', en: 'At once' }, onDay: { zh: '指定日期零点', en: 'From a day on' },
  replaces: { zh: '现在是每 100 {money}。已经发生的按原单价结算。', en: 'Now {money} for 100. What has happened already keeps its rate.' },
  first: { zh: '从那时起的往来按这个单价结算。', en: 'What happens from then on is settled at this rate.' },
  save: { zh: '保存单价', en: 'Save the rate' }
} satisfies Record<string, Sentence>

export const partnerFormWords = {
  add: { zh: '新建伙伴', en: 'New partner' }, edit: { zh: '编辑伙伴', en: 'Edit partner' }, editShort: { zh: '编辑', en: 'Edit' },
  name: { zh: '名称', en: 'Name' },
  does: { zh: '合作方式', en: 'What they do' },
  issues: { zh: '发放积分：他们的顾客得到我们的积分，对方付钱给我们', en: 'Issues points: their customers get our points, and they pay us' },
  accepts: { zh: '接受积分：会员在那里用我们的积分，我们付钱给对方', en: 'Accepts points: members spend our points there, and we pay them' },
  oneOf: { zh: '至少选一种合作方式。', en: 'Choose at least one.' },
  active: { zh: '合作中', en: 'Active' },
  inactiveSays: { zh: '停用后，这位伙伴不能再发放或接受积分；以前的往来、退货和对账单照旧。', en: 'Once not active, this partner can no longer issue or accept points; what has happened, its returns and the statements stay.' },
  next: { zh: '保存后再设结算单价。', en: 'Rates come next, once this is saved.' },
  save: { zh: '保存', en: 'Save' }
} satisfies Record<string, Sentence>
