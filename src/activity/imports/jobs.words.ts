/** What the jobs page and the progress bar say. */
import type { Sentence } from '#foundation/words.ts'

export const jobWords = {
  trialTitle: { zh: '试运行导入', en: 'Dry run of an import' },
  writeTitle: { zh: '导入订单', en: 'Import orders' },
  survey: { zh: '正在通读 {file}', en: 'Reading through {file}' },
  checking: { zh: '正在核对 {file}：{orders} 个新订单，{rejected} 行被拒', en: 'Checking {file}: {orders} new orders, {rejected} rows rejected' },
  writing: { zh: '正在导入 {file}：已写入 {orders} 个订单，{rejected} 行被拒', en: 'Importing {file}: {orders} orders written, {rejected} rows rejected' }
} as const satisfies Readonly<Record<string, Sentence>>
