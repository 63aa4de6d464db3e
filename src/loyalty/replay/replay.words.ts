/** Every sentence of replays that the server says. */
import type { Sentence } from '#foundation/words.ts'

export const replayWords = {
  jobTitle: { zh: '方案回放', en: 'Programme replay' },
  jobProgress: { zh: '重算了 {customers} 位会员的 {orders} 张订单', en: '{orders} orders of {customers} members told again' },
  jobDone: { zh: '重算完 {customers} 位会员的 {orders} 张订单', en: 'All {orders} orders of {customers} members told again' },
  nothingDrafted: { zh: '没有改任何规则，没什么可回放的。', en: 'No rule is drafted: there is nothing to replay.' },
  faulty: { zh: '积分规则草稿有错，先改“{first}”。', en: 'The draft of the earning rules has a fault; mend "{first}" first.' },
  unknown: { zh: '没有这次回放。', en: 'There is no such replay.' },
  unfinished: { zh: '回放还没算完，不能排期。', en: 'The replay is not finished; it cannot be scheduled yet.' },
  outrun: { zh: '回放之后有人发布了别的规则，按现在的规则再回放一次再排期。', en: 'Somebody published other rules after this replay began: replay again on the rules of now, then schedule.' },
  scheduled: { zh: '这次回放的方案已经排期。', en: 'The drafts of this replay are scheduled already.' }
} satisfies Record<string, Sentence>

/** The heads of the exported columns. */
export const replayListWords = {
  customerId: { zh: '客户编号', en: 'Customer' }, name: { zh: '姓名', en: 'Name' }, before: { zh: '现行方案积分', en: 'Points now' }, after: { zh: '新方案积分', en: 'Points then' }, difference: { zh: '差', en: 'Difference' },
  tierBefore: { zh: '现行等级', en: 'Tier now' }, tierAfter: { zh: '新等级', en: 'Tier then' }
} satisfies Record<string, Sentence>
