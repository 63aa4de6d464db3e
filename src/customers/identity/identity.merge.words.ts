import type { Sentence } from '#foundation/words.ts'

export const mergeWords = {
  same: { zh: '这两份档案已经是同一位客户。', en: 'These two records are one customer already.' },
  alreadyMerged: { zh: '客户 {customerId} 已并入 {survivorId}。请用那位客户。', en: 'Customer {customerId} was merged into {survivorId}. Use that one.' },
  unknownMerge: { zh: '没有这次合并。', en: 'There is no such merge.' },
  undone: { zh: '这次合并已经撤销过了。', en: 'This merge was undone already.' },
  tooLate: { zh: '这次合并到 {until} 为止可以撤销，现在已经过了。', en: 'This merge could be undone until {until}; that is past.' },
  mergedSince: { zh: '合并后的客户后来又并入了 {survivorId}。请先撤销那一次。', en: 'The customer was merged into {survivorId} since. Undo that merge first.' },
  changed: { zh: '设置刚被改过。请刷新后再改。', en: 'The setting was changed meanwhile. Reload and change again.' },
  mergedEvent: { zh: '另一份档案并入这位客户', en: 'Another record joined this one' },
  unmergedEvent: { zh: '撤销合并：另一份档案重新单独成为一位客户', en: 'Merge undone: the other record stands alone again' }
} as const satisfies Readonly<Record<string, Sentence>>

/** What the timeline says of merges. */
export const identityKinds = [
  { kind: 'identity.merged', group: 'record' as const, sentence: mergeWords.mergedEvent },
  { kind: 'identity.unmerged', group: 'record' as const, sentence: mergeWords.unmergedEvent }
]
