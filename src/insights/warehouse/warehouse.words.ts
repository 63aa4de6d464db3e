/** Every sentence of the warehouse. */
import type { Sentence } from '#foundation/words.ts'

export const warehouseWords = {
  refreshTitle: { zh: '更新分析库', en: 'Refresh the warehouse' },
  rebuildTitle: { zh: '重建分析库', en: 'Rebuild the warehouse' },
  orders: { zh: '正在读取订单', en: 'Reading orders' },
  lines: { zh: '正在读取订单明细', en: 'Reading order lines' },
  customers: { zh: '正在读取客户', en: 'Reading customers' },
  states: { zh: '正在计算客户状态', en: 'Computing the state of customers' },
  done: { zh: '已读取 {orders} 个订单、{customers} 位客户，用时 {seconds} 秒', en: 'Took {orders} orders and {customers} customers in {seconds} seconds' },
  alwaysFresh: { zh: '分析直接读取数据库，无需更新。', en: 'Analysis reads the database itself; there is nothing to refresh.' }
} as const satisfies Readonly<Record<string, Sentence>>
