/** Every sentence of the report on a file, for the terminal and for the printed page. */
import type { Sentence } from '#foundation/words.ts'

export const reportWords = {
  title: { zh: '谁正在流失，值多少钱？', en: 'Who is slipping away, and what is it worth?' },
  answer: {
    zh: '{customers} 位客户里，{atRisk} 位正在流失，未来 {days} 天可能因此少 {money} {basis}；{lapsed} 位已经流失。先联系名单里的 {call} 位。',
    en: 'Of {customers} {customers|customer|customers} {atRisk} {atRisk|is|are} slipping away, and with them {money} of {basis} over the next {days} days; {lapsed} {lapsed|has|have} lapsed. Call the {call} on the list first.'
  },
  answerCalm: {
    zh: '{customers} 位客户里，现在没有人处在流失的边缘；{lapsed} 位已经流失。',
    en: 'Of {customers} {customers|customer|customers} nobody is slipping away just now; {lapsed} {lapsed|has|have} lapsed.'
  },
  answerUnknown: {
    zh: '{customers} 位客户。数据里还没有足够多的人回来过，说不准谁在流失。',
    en: '{customers} {customers|customer|customers}. Not enough of them have come back yet to say who is slipping away.'
  },
  answerNobody: { zh: '文件里没有能归到客户名下的有效订单，所以没有客户可以分析。', en: 'The file has no qualifying order that names a customer, so there is no customer to look into.' },
  subtitle: { zh: '{file} · 截至 {asOf} · 清洗规则 {cleaning}', en: '{file} · as of {asOf} · cleaning rule {cleaning}' },
  net: { zh: 'net（退款后金额大于零的订单才算）', en: 'net (orders worth more than zero after refunds)' },
  reference: { zh: 'reference（只计数量与金额都大于零的明细，忽略退货）', en: 'reference (only lines with quantity and amount above zero; returns ignored)' },
  gross: { zh: 'gross（销售原样计入，忽略退款）', en: 'gross (sales as they stand; refunds ignored)' },
  margin: { zh: '毛利', en: 'margin' },
  revenue: { zh: '收入', en: 'revenue' },
  mixed: { zh: '毛利（成本未知者按收入）', en: 'margin (revenue where cost is unknown)' },
  none: { zh: '收入', en: 'revenue' },
  dash: { zh: '—', en: '—' },
  days: { zh: '{n} 天', en: '{n} days' },
  definition: { zh: '定义 {id} 第 {version} 版 · {n} 位客户 · 截至 {asOf}', en: 'definition {id} version {version} · {n} {n|customer|customers} · as of {asOf}' },
  made: { zh: '由 Changke 常客 {version} 从文件直接算出；没有上传到任何地方。', en: 'Worked out by Changke 常客 {version} from the file itself; nothing was sent anywhere.' },
  working: { zh: '正在读取 {done} / {of} 行（{percent}%）', en: 'Reading {done} / {of} rows ({percent} %)' },
  analysing: { zh: '读完 {rows} 行，正在计算…', en: '{rows} rows read; working it out…' },
  written: { zh: '已写入 {path}', en: 'Written to {path}' }
} satisfies Record<string, Sentence>

export const fileWords = {
  title: { zh: '文件怎么读的', en: 'How the file was read' },
  read: { zh: '{rows} 行，{kind}，{encoding} 编码，分隔符 {delimiter}{preset}。', en: '{rows} rows, {kind}, {encoding}, delimiter {delimiter}{preset}.' },
  readSheet: { zh: '{rows} 行，Excel 表格{preset}。', en: '{rows} rows of an Excel sheet{preset}.' },
  preset: { zh: '，认出是 {preset} 的导出', en: ', recognised as an export of {preset}' },
  tab: { zh: '制表符', en: 'tab' },
  comma: { zh: '逗号', en: 'comma' },
  semicolon: { zh: '分号', en: 'semicolon' },
  bar: { zh: '竖线', en: 'bar' },
  columns: { zh: '列：{columns}。', en: 'Columns: {columns}.' },
  column: { zh: '{header} → {field}', en: '{header} → {field}' },
  unused: { zh: '没有用到：{columns}。', en: 'Not used: {columns}.' },
  rejectedNone: { zh: '没有被拒绝的行。', en: 'No row was rejected.' },
  rejected: { zh: '{rows} 行被拒绝（{share}），原因：', en: '{rows} rows were rejected ({share}), because:' },
  reason: { zh: '原因', en: 'Reason' },
  rows: { zh: '行数', en: 'Rows' },
  example: { zh: '例如第几行', en: 'Such as line' },
  figure: { zh: '数字', en: 'Figure' },
  value: { zh: '值', en: 'Value' },
  sales: { zh: '文件里的订单', en: 'Orders in the file' },
  refunds: { zh: '退货与取消', en: 'Returns and cancellations' },
  anonymous: { zh: '没有客户的订单（计入销售，不计入客户）', en: 'Orders without a customer (sales, not customers)' },
  span: { zh: '时间', en: 'From – to' },
  customers: { zh: '客户（至少一单有效）', en: 'Customers (with a qualifying order)' },
  orders: { zh: '他们的有效订单', en: 'Their qualifying orders' },
  money: { zh: '他们的金额（收入，不是利润）', en: 'Their money (revenue, not profit)' },
  sure: { zh: '{n}，{money}', en: '{n}, {money}' }
} satisfies Record<string, Sentence>

export const churnWords = {
  title: { zh: '流失：谁在哪里，多大把握', en: 'Churn: who is where, and how sure that is' },
  state: { zh: '状态', en: 'State' },
  customers: { zh: '客户', en: 'Customers' },
  share: { zh: '占比', en: 'Share' },
  money: { zh: '累计金额', en: 'Money so far' },
  within: { zh: '{name}（已计入活跃）', en: '{name} (counted in active)' },
  series: { zh: '人群', en: 'Group' },
  one: { zh: '一次客', en: 'One-time' },
  repeat: { zh: '回头客', en: 'Repeaters' },
  gaps: { zh: '间隔数', en: 'Gaps' },
  risk: { zh: '风险界线', en: 'At risk after' },
  lapsed: { zh: '流失界线', en: 'Lapsed after' },
  observed: { zh: '界线处可观察', en: 'Observed there' },
  sure: { zh: '把握', en: 'How sure' },
  certain: { zh: '足够', en: 'enough' },
  uncertain: { zh: '不确定（少于 {least} 人）', en: 'uncertain (fewer than {least})' },
  rule: {
    zh: '静默超过“风险界线”：{horizon} 天内会回来的人，这时 {risk} 已经回来；超过“流失界线”：{lapsed} 已经回来。未完的间隔按删失处理。',
    en: 'At risk: of those who come back within {horizon} days, {risk} are back by then; lapsed: {lapsed} are. Open gaps count as censored.'
  },
  quality: { zh: '检验', en: 'Check' },
  value: { zh: '结果', en: 'Result' },
  interval: { zh: '95% 区间', en: '95 % interval' },
  base: { zh: '样本', en: 'Counted over' },
  falseLapse: { zh: '误判率：{day} 判为已流失、{days} 天内又买', en: 'False lapse: called lapsed on {day}, bought within {days} days' },
  later: { zh: '这些人占随后收入', en: 'Their share of later revenue' },
  lapse: { zh: '流失率 {from} 至 {to}', en: 'Churn rate {from} to {to}' },
  simple: { zh: '简单口径：上期买、本期未买（不可与上行比较）', en: 'Simple rate: bought last period, not in this (not comparable)' },
  repeatRate: { zh: '复购率：上期买、本期又买', en: 'Repeat rate: bought in both periods' },
  retained: { zh: '金额留存', en: 'Revenue retention' },
  atRisk: { zh: '风险金额（{days} 天，{basis}）', en: 'Money at risk ({days} days, {basis})' },
  least: { zh: '可观察人数最少处', en: 'Fewest under observation' },
  noQuality: { zh: '数据不够长，误判率还验证不了：要把定义放到过去，再看之后 {days} 天谁回来了。', en: 'Not enough data to check the false-lapse rate: the definition is tried on the past and the {days} days after it.' },
  noChurn: { zh: '数据不够长，还算不出一期的流失率。', en: 'Not enough data for the churn rate of a period.' },
  curve: { zh: '会回来的人，多久回来', en: 'How soon those who return come back' },
  axis: { zh: '静默天数', en: 'days of silence' },
  threshold: { zh: '{days} 天', en: '{days} d' }
} satisfies Record<string, Sentence>

export const groupWords = {
  title: { zh: 'RFM：谁是最好的客户', en: 'RFM: who the best customers are' },
  segment: { zh: '群', en: 'Segment' },
  customers: { zh: '客户', en: 'Customers' },
  share: { zh: '占客户', en: 'Of customers' },
  orders: { zh: '订单', en: 'Orders' },
  money: { zh: '金额', en: 'Money' },
  moneyShare: { zh: '占金额', en: 'Of money' },
  away: { zh: '多久没来', en: 'Away for' },
  advice: { zh: '怎么对待', en: 'What to do' },
  top: { zh: '花得最多的两成客户带来 {share} 的金额。', en: 'The top fifth of customers bring {share} of the money.' },
  cuts: { zh: '打分的四条线（5 分最好）：最近一次 {recency} 天；次数 {frequency}；金额 {monetary}。', en: 'Where the scores are cut (5 is best): recency {recency} days; frequency {frequency}; money {monetary}.' }
} satisfies Record<string, Sentence>

export const cohortWords = {
  title: { zh: '同期群：新来的客户后来还来吗', en: 'Cohorts: do new customers keep coming' },
  cohort: { zh: '首单', en: 'First order' },
  customers: { zh: '客户', en: 'Customers' },
  month: { zh: '每格：第 n 个月又买的人占这一批的百分比。', en: 'Each cell: the percentage of the cohort that bought in month n.' },
  quarter: { zh: '每格：第 n 季又买的人占这一批的百分比。', en: 'Each cell: the percentage of the cohort that bought in quarter n.' },
  week: { zh: '每格：第 n 周又买的人占这一批的百分比。', en: 'Each cell: the percentage of the cohort that bought in week n.' },
  open: { zh: '每行最后一格的时段还没过完。', en: 'The last cell of each row is of a period still running.' },
  average: { zh: '平均', en: 'Average' },
  only: { zh: '只列最近 {n} 批、首单后 {offsets} 期；全部在 --json 里。', en: 'Only the latest {n} cohorts and {offsets} periods are listed; --json has all.' }
} satisfies Record<string, Sentence>

export const callWords = {
  title: { zh: '先给谁打电话', en: 'Who to call first' },
  customer: { zh: '客户', en: 'Customer' },
  orders: { zh: '单数', en: 'Orders' },
  silent: { zh: '已静默', en: 'Silent' },
  usual: { zh: '通常', en: 'Usually' },
  money: { zh: '累计', en: 'So far' },
  back: { zh: '{days} 天内回来', en: 'Back in {days} d' },
  risk: { zh: '风险金额', en: 'At risk' },
  reason: { zh: '为什么', en: 'Why' },
  nobody: { zh: '现在没有处在流失风险中的客户。', en: 'Nobody is at risk of lapsing now.' },
  order: { zh: '按风险金额从高到低：不回来的概率 × 同样天数里预期带来的{basis}。', en: 'Most money at risk first: the chance of not coming back × the {basis} expected over the same days.' }
} satisfies Record<string, Sentence>
