import type { Sentence } from '#foundation/words.ts'

export const scopeWords = {
  category: { zh: '品类', en: 'Category' },
  allCategories: { zh: '全部品类', en: 'All categories' },
  store: { zh: '门店', en: 'Store' },
  allStores: { zh: '全部门店', en: 'All stores' },
  loading: { zh: '正在计算…', en: 'Working it out…' },
  cleaning: { zh: '清洗规则：{rule}', en: 'Cleaning: {rule}' },
  stamp: { zh: '{name} 第 {version} 版 · {n} 位客户 · 截至 {day}', en: '{name} v{version} · {n} customers · as of {day}' },
  stampChanged: { zh: '{name} 第 {version} 版（本次另设：{overridden}）· {n} 位客户 · 截至 {day}', en: '{name} v{version} (set otherwise here: {overridden}) · {n} customers · as of {day}' },
  afterLast: { zh: '没有指定日期，取了最后一笔订单的次日。', en: 'No day was chosen, so it is the day after the last order.' },
  rfm: { zh: 'RFM', en: 'RFM' },
  lifecycle: { zh: '生命周期', en: 'Lifecycle' },
  cohorts: { zh: '同期群', en: 'Cohorts' },
  forecast: { zh: '销售预测', en: 'Sales forecast' },
  behaviour: { zh: '购买行为', en: 'Purchase behaviour' },
  prediction: { zh: '购买预测', en: 'Prediction' },
  net: { zh: '扣除退款后金额大于零的订单', en: 'orders worth more than zero after refunds' },
  reference: { zh: '只计数量与金额都大于零的明细，忽略退货', en: 'only lines with quantity and amount above zero, returns ignored' },
  gross: { zh: '所有销售原样计入，忽略退款', en: 'every sale as it stands, refunds ignored' },
  noOrders: { zh: '还没有可以分析的订单', en: 'There are no orders to look into yet' },
  noOrdersWhy: { zh: '导入一份订单，几秒钟后这里就有答案。没有现成的文件，也可以用示例数据启动看看。', en: 'Import orders and the answer is here within seconds. Without a file at hand, start with the sample data.' },
  import: { zh: '导入订单', en: 'Import orders' },
  toCustomer: { zh: '打开客户页', en: 'Open the customer' },
  unnamed: { zh: '未具名', en: 'No name' }
} satisfies Record<string, Sentence>
