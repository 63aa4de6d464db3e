import type { Sentence } from '#foundation/words.ts'

const sources: ReadonlyMap<string, Sentence> = new Map([
  ['sample', { zh: '示例数据', en: 'Sample' }], ['console', { zh: '手工录入', en: 'By hand' }], ['api', { zh: '接口', en: 'API' }], ['file', { zh: '文件', en: 'File' }], ['pos', { zh: '收银', en: 'Till' }],
  ['taobao', { zh: '淘宝／天猫', en: 'Taobao / Tmall' }], ['jd', { zh: '京东', en: 'JD' }], ['youzan', { zh: '有赞', en: 'Youzan' }], ['shopify', { zh: 'Shopify', en: 'Shopify' }],
  ['woocommerce', { zh: 'WooCommerce', en: 'WooCommerce' }], ['uci', { zh: 'UCI 公开数据', en: 'UCI open data' }], ['erased', { zh: '（已删除）', en: '(erased)' }]
])

/** Where something came from, in words; a source of the business's own naming is called as they named it. */
export const sourceWord = (source: string): Sentence => sources.get(source) ?? { zh: source, en: source }
