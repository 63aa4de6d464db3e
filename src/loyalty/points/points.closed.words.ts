import type { Sentence } from '#foundation/words.ts'

export const closedWords = {
  title: { zh: '关账', en: 'Closed months' },
  none: { zh: '还没有关过账。关账以后，那个月及以前的积分账不能再改，除非另一个人批准；报表上的数字就不会再变。', en: 'No month is closed yet. Once a month is closed, nothing counts in it or before it any more without the approval of a second person, so what was reported stays as reported.' },
  through: { zh: '{month} 及以前的月份已经关账。', en: '{month} and all months before it are closed.' },
  upToDate: { zh: '已经结束的月份都关了账。', en: 'Every month that has ended is closed.' },
  month: { zh: '关到哪个月', en: 'Close through' }, note: { zh: '说明（可不填）', en: 'Note (optional)' }, close: { zh: '关账', en: 'Close' },
  closeAsks: { zh: '关账 {month} 及以前的月份？之后要改那时的积分，须由另一个人批准。最近关的一个月可以重开。', en: 'Close {month} and all months before it? What changes then needs the approval of a second person. The last closed month can be opened again.' },
  reopen: { zh: '重开', en: 'Open again' }, reopenAsks: { zh: '重开 {month}？那个月又可以记账。', en: 'Open {month} again? Points can then count in it.' },
  closedBy: { zh: '{who}于 {at} 关账', en: 'closed by {who}, {at}' }, reopenedBy: { zh: '{who}于 {at} 重开', en: 'opened again by {who}, {at}' },
  approvals: { zh: '等待批准的补记', en: 'Requests to book into closed months' },
  noApprovals: { zh: '没有等待批准的申请。往已关账的月份补记积分时，申请会出现在这里，由另一个人批准。', en: 'No request is waiting. Whoever has to book into a closed month asks here, and a second person approves.' },
  waits: { zh: '等待批准', en: 'Waiting' }, approved: { zh: '{who}已批准', en: 'Approved by {who}' }, rejected: { zh: '{who}已拒绝', en: 'Refused by {who}' },
  requested: { zh: '{who}于 {at} 申请', en: 'asked by {who}, {at}' },
  order: { zh: '{what} {amount} {currency}，计入 {at}', en: '{what} {amount} {currency}, counted on {at}' }, plain: { zh: '{what}（{currency}）', en: '{what} ({currency})' }, customer: { zh: '查看客户', en: 'See the customer' },
  answer: { zh: '答复（可不填）', en: 'Answer (optional)' }, approve: { zh: '批准并记账', en: 'Approve and book' }, reject: { zh: '拒绝', en: 'Refuse' },
  own: { zh: '这是你的申请，要由另一个人批准。', en: 'This is your own request; it needs a second person.' }, no: { zh: '不', en: 'No' }
} satisfies Record<string, Sentence>
