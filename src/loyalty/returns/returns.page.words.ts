import type { Sentence } from '#foundation/words.ts'

export const returnsPageWords = {
  title: { zh: '退货', en: 'Returns' },
  question: { zh: '这张单退了，会牵动什么？', en: 'What does taking this back undo?' },
  answer: { zh: '已处理 {n} 笔退货；积分、等级、额度、印花、券随单一并处理。', en: '{n} {n|return|returns} worked out; points, tier, limits, stamps and vouchers follow each.' },
  answerMore: { zh: '最近 {n} 笔退货的连带处理都在下面。', en: 'The latest {n} returns and all they undid are below.' },
  waiting: { zh: '正在读取……', en: 'Reading …' },
  none: { zh: '还没有退货。', en: 'No returns yet.' },
  noneWhy: { zh: '在上面输入小票号，先看退货会牵动什么，再办理。', en: 'Enter a receipt above: see what a return would undo, then book it.' },
  receipt: { zh: '小票号或单号', en: 'Receipt or order number' },
  find: { zh: '查单', en: 'Find' },
  notFound: { zh: '没有单号为 {number} 的销售单。', en: 'There is no sale {number}.' },
  several: { zh: '几个来源都有这个单号，请选一个：', en: 'More than one source has this number; choose:' },
  member: { zh: '会员', en: 'Member' },
  nobody: { zh: '非会员', en: 'No member' },
  soldOn: { zh: '{at} 售出', en: 'Sold {at}' },
  product: { zh: '商品', en: 'Product' },
  kept: { zh: '可退', en: 'Left' },
  back: { zh: '退', en: 'Back' },
  amount: { zh: '金额', en: 'Amount' },
  less: { zh: '少退一件 {product}', en: 'One less of {product} back' },
  more: { zh: '多退一件 {product}', en: 'One more of {product} back' },
  quantityOf: { zh: '{product} 的退货数量', en: 'How much of {product} comes back' },
  whole: { zh: '全部退', en: 'All of it' },
  nothingLeft: { zh: '这张单已全部退完。', en: 'All of this sale has come back already.' },
  moneyBack: { zh: '退款 {amount}', en: 'Pay back {amount}' },
  effects: { zh: '连带处理', en: 'What follows' },
  noEffects: { zh: '没有积分、券或等级受影响。', en: 'No points, vouchers or tier are touched.' },
  book: { zh: '确认退货，退款 {amount}', en: 'Take back and pay {amount}' },
  due: { zh: '应退 {amount}，扣回优惠 {due}', en: 'Goods {amount}, discount withheld {due}' },
  done: { zh: '退货单 {number} 已办理，退款 {amount}。', en: 'Return {number} booked: pay back {amount}.' },
  again: { zh: '再退一单', en: 'Another return' },
  close: { zh: '返回', en: 'Back' },
  past: { zh: '最近的退货', en: 'Latest returns' },
  when: { zh: '时间', en: 'When' },
  returnNumber: { zh: '退货单', en: 'Return' },
  sale: { zh: '原单', en: 'Sale' },
  wholeTag: { zh: '整单', en: 'Whole' },
  partTag: { zh: '部分', en: 'Part' },
  beyond: { zh: '多退：{product} {quantity}', en: 'Beyond what was sold: {product} {quantity}' },
  list: { zh: '退货', en: 'Returns' }
} as const satisfies Readonly<Record<string, Sentence>>

const capabilityNames = new Map<string, Sentence>([
  ['earning', { zh: '所得积分', en: 'Points earned' }], ['tills', { zh: '抵扣的积分', en: 'Points paid with' }], ['vouchers', { zh: '券', en: 'Vouchers' }], ['rewards', { zh: '礼品与印花', en: 'Rewards and stamps' }], ['tiers', { zh: '等级', en: 'Tier' }]
])
export const capabilityLabel = (capability: string): Sentence => capabilityNames.get(capability) ?? { zh: capability, en: capability }
