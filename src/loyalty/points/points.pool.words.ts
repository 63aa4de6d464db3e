import type { Sentence } from '#foundation/words.ts'

export const poolWords = {
  memberMissing: { zh: '共享账户的每一笔都要写明是哪位成员（member）。', en: 'In a shared wallet every command names the member who acts (member).' },
  notInPool: { zh: '{member} 不是这个共享账户的成员。', en: '{member} is not a member of this shared wallet.' },
  mayNotSpend: { zh: '{member} 可以存入，不能使用这个共享账户的积分。', en: '{member} may put points into this shared wallet, and not spend them.' },
  unknownPool: { zh: '没有这个共享账户。', en: 'There is no such shared wallet.' },
  alreadyIn: { zh: '{member} 已经是成员。', en: '{member} is a member already.' },
  tooFew: { zh: '共享账户至少要有一位可以使用积分的成员。', en: 'A shared wallet needs a member who may spend.' },
  changed: { zh: '共享账户刚被改过。请刷新后再试。', en: 'The shared wallet was changed meanwhile. Reload and try again.' }
} satisfies Record<string, Sentence>
