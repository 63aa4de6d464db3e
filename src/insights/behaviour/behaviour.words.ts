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
    zh: '数据还不够：看了 {looked} 种商品，只有 {moved} 种在至少 {weeks} 周里有三个以上、差距超过百分之一的价格；至少要 {least} 种。',
    en: 'Not enough data: of {looked} products only {moved} had three prices or more, a percent apart, over at least {weeks} weeks; it takes {least}.'
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
