import type { Sentence } from '#foundation/words.ts'

/** Entering a benefit for a member, and what it will come to. */
export const noteWords = {
  note: { zh: '记一笔', en: 'Note…' }, title: { zh: '记一笔权益', en: 'Note a benefit' }, which: { zh: '记什么', en: 'Which benefit' }, save: { zh: '记入', en: 'Book' }, close: { zh: '关闭', en: 'Close' },
  store: { zh: '门店（可不填）', en: 'Store (optional)' },
  item: { zh: '旧物', en: 'Item' }, itemLike: { zh: '如：紫砂壶，壶盖有磕', en: 'Such as: clay teapot, lid chipped' }, serial: { zh: '序列号', en: 'Serial number' }, grade: { zh: '成色', en: 'Grade' }, gradeCredit: { zh: '{grade}，抵 {money}', en: '{grade}: {money}' },
  photo: { zh: '照片链接（可不填）', en: 'Link to a picture (optional)' }, photoWrong: { zh: '链接要以 http:// 或 https:// 开头。', en: 'A link begins with http:// or https://.' },
  credit: { zh: '会员得到 {money} 的抵扣，不过期。', en: 'The member is given a credit of {money} that does not end.' }, creditUntil: { zh: '会员得到 {money} 的抵扣，有效期至 {day}。', en: 'The member is given a credit of {money}, good until {day}.' },
  name: { zh: '同行人姓名', en: 'Name of the companion' }, nameOptional: { zh: '同行人姓名（可不填）', en: 'Name of the companion (optional)' },
  benefit: { zh: '同行人享：{benefit}。', en: 'The companion has: {benefit}.' }, alsoGives: { zh: '会员另得“{reward}”。', en: 'The member is also given "{reward}".' },
  quantity: { zh: '数量（{unit}）', en: 'How many ({unit})' }, number: { zh: '行程或住宿单号', en: 'Number of the trip or stay' }, numberWhy: { zh: '同一单号只计一次。不填就认不出重复。', en: 'A number counts once. Without one, a second entry is not noticed.' },
  total: { zh: '现有 {total} {unit}。', en: 'Now {total} {unit}.' }, after: { zh: '现有 {total} {unit}，记入后 {after} {unit}。', en: 'Now {total} {unit}, {after} after this.' },
  reaches: { zh: '达到 {at} {unit}，送“{reward}”。', en: 'It reaches {at} {unit}, which gives "{reward}".' }, next: { zh: '再 {n} {unit}送“{reward}”。', en: '{n} more {unit} for "{reward}".' }, allGiven: { zh: '各级奖励都已送过。', en: 'The rewards of all levels have been given.' },
  counted: { zh: '已记入，现有 {total} {unit}。', en: 'Booked: {total} {unit} now.' }, reached: { zh: '达到了新的一级，奖励已记给会员。', en: 'A new level is reached; its reward is booked for the member.' },
  countedBefore: { zh: '单号 {number} 以前计过，这次没有再计。', en: 'Number {number} was counted before; nothing was added.' },
  gift: { zh: '会员得到“{reward}”。同一个生日只送一次。', en: 'The member is given "{reward}", once for each birthday.' }
} satisfies Record<string, Sentence>

export const leftWords: Readonly<Record<'day' | 'month' | 'year' | 'ever', Sentence>> = {
  day: { zh: '今天还可用 {n} 次（含这次）。', en: '{n} {n|time|times} left today, this one included.' }, month: { zh: '本月还可用 {n} 次（含这次）。', en: '{n} {n|time|times} left this month, this one included.' },
  year: { zh: '今年还可用 {n} 次（含这次）。', en: '{n} {n|time|times} left this year, this one included.' }, ever: { zh: '一共还可用 {n} 次（含这次）。', en: '{n} {n|time|times} left in all, this one included.' }
}

/** What a member has of it on the card, and taking it back. */
export const heldWords = {
  left: { zh: '还可抵 {money}', en: '{money} to spend' }, until: { zh: '以旧换新，有效期至 {day}', en: 'Trade-in credit until {day}' }, ever: { zh: '以旧换新', en: 'Trade-in credit' },
  anonymous: { zh: '一位同行人', en: 'A companion' }, miles: { zh: '{n} {unit}', en: '{n} {unit}' },
  withdraw: { zh: '取回', en: 'Hand back' }, withdrawOf: { zh: '取回：{item}', en: 'Hand back: {item}' }, withdrawWhy: { zh: '把“{item}”还给会员？抵扣 {money} 作废。', en: 'Hand "{item}" back to the member? The credit of {money} ends.' }, withdrawYes: { zh: '还给会员', en: 'Hand it back' }, keep: { zh: '不还', en: 'Keep it' },
  undo: { zh: '撤销', en: 'Undo' }, undoOf: { zh: '撤销：{name}', en: 'Undo: {name}' }, undoWhy: { zh: '撤销这次同行（{name}）？次数还给会员。', en: 'Undo this use ({name})? It counts no more.' }, undoGift: { zh: '撤销这次同行（{name}）？次数还给会员，未领的礼品作废。', en: 'Undo this use ({name})? It counts no more, and a gift not yet collected is void.' }, undoYes: { zh: '撤销这次', en: 'Undo it' }, undoNo: { zh: '不撤销', en: 'Leave it' }
} satisfies Record<string, Sentence>
