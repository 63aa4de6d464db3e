/** Every sentence that the server says about purchase behaviour. */
import type { Sentence } from '#foundation/words.ts'

export const behaviourWords = {
  few: {
    zh: '数据还不够：这段时间只有 {n} 位客户下过单，少于 {least} 位时比例和间隔都不可靠。',
    en: 'Not enough data: only {n} {n|customer|customers} ordered in this time; below {least} neither shares nor gaps can be relied on.'
  },
  noLines: {
    zh: '数据还不够：这段时间的订单没有商品明细。导入带商品编号、数量、金额的订单行，这里就有答案。',
    en: 'Not enough data: the orders of this time have no lines. Import orders with product, quantity and amount per line, and the answer is here.'
  },
  fewPairs: {
    zh: '数据还不够：没有两样东西在至少 {least} 单里一起出现过。订单再多些，或把定义里的最少单数调低。',
    en: 'Not enough data: no two things are together in at least {least} orders. It takes more orders, or a lower least number in the definition.'
  },
  noUsual: {
    zh: '数据还不够：没有一种商品的销售行多到能说出它的平时价。商品卖得再多些，或把定义里的最少行数调低。',
    en: 'Not enough data: no product was sold often enough to say what it usually costs. It takes more sales, or a lower least number of lines in the definition.'
  },
  noSlope: {
    zh: '数据还不够：看了 {looked} 种商品，只有 {moved} 种卖了至少 {weeks} 周、平均每周 {lines} 行以上、周价有三个以上且差距超过百分之一；至少要 {least} 种。',
    en: 'Not enough data: of {looked} products only {moved} sold over at least {weeks} weeks, {lines} lines a week or more, at three weekly prices or more that were a percent apart; it takes {least}.'
  },
  shortSpan: {
    zh: '数据还不够：要比较两段时间，得有至少 {days} 天的订单。',
    en: 'Not enough data: comparing two periods takes orders of at least {days} days.'
  },
  noContacts: {
    zh: '还没有记录：日志里没有“看过、来过、问过”的事件（如 web.viewed、store.visited、contacts.inquired），从接触到下单用了多久无从知道。记录浏览、到店或咨询之后，这里就有答案。',
    en: 'Not recorded yet: the log holds nothing of customers looking, visiting or asking (such as web.viewed, store.visited, contacts.inquired), so the time from first contact to order cannot be known. Record views, visits or inquiries, and the answer is here.'
  },
  fewContacts: {
    zh: '数据还不够：日志里有 {contacts} 次看过、来过或问过，但其后 90 天内下单的只有 {orders} 单，少于 {least} 单。',
    en: 'Not enough data: the log holds {contacts} looks, visits and inquiries, but only {orders} {orders|order|orders} followed one within 90 days, fewer than {least}.'
  },
  noRegistration: {
    zh: '数据还不够：只有 {waited} 位客户是先登记、后下首单的（{atOnce} 位当天登记当天下单，{before} 位下单在前、登记在后）；至少要 {least} 位、且占一成。登记和首单同时发生时，看不出挑选了多久。',
    en: 'Not enough data: only {waited} {waited|customer|customers} registered before the day of their first order ({atOnce} on the same day, {before} after it); it takes {least} and a tenth of all. Where registration comes with the order, it does not tell how long they took.'
  },
  noReputation: {
    zh: '还没有记录：美誉度要从社交提及和问卷（推荐意愿）来，这两样都还没有。',
    en: 'Not recorded yet: reputation comes from social mentions and from surveys (would they recommend), and neither is recorded yet.'
  },
  noComplaints: {
    zh: '还没有记录：投诉率 = 投诉 ÷ 订单，投诉工单还没有。没有记录不等于没有投诉。',
    en: 'Not recorded yet: the complaint rate is complaints ÷ orders, and no complaint cases are recorded yet. Not recorded does not mean none.'
  },
  noLinesOfOne: {
    zh: '还没有带商品明细的订单，看不出习惯。',
    en: 'No orders with lines yet, so no habits to tell.'
  },
  noCategories: {
    zh: '数据还不够：订单行里没有记录品类。导入时指定“品类”一列即可，也可以改看商品。',
    en: 'Not enough data: no category is recorded on the order lines. Name a category column when importing, or look at products instead.'
  }
} satisfies Record<string, Sentence>

/** The heads of the exported columns. */
export const customerColumns = {
  customerId: { zh: '客户编号', en: 'Customer' },
  name: { zh: '姓名', en: 'Name' },
  orders: { zh: '订单数', en: 'Orders' },
  firstDay: { zh: '这段时间首单', en: 'First order in this time' },
  lastDay: { zh: '最近一单', en: 'Last order' },
  usualGap: { zh: '平时间隔（天）', en: 'Usual gap (days)' },
  money: { zh: '金额', en: 'Money' },
  promotionShare: { zh: '促销金额占比', en: 'Share of money on promotion' },
  belowShare: { zh: '低价买入件数占比', en: 'Share of units below usual price' }
} satisfies Record<string, Sentence>
