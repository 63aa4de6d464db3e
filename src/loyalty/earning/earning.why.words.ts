import type { Sentence } from '#foundation/words.ts'

export const whyWords = {
  title: { zh: '积分从哪里来', en: 'Where the points come from' },
  question: { zh: '{name}为什么有这些积分？', en: 'Why does {name} have this balance?' }, somebody: { zh: '这位会员', en: 'this member' },
  answer: { zh: '{at}可用 {available} {currency}，来自 {lots} 批积分。', en: '{available} {currency} to spend on {at}, from {lots} lots.' },
  debt: { zh: '另欠 {debt}。', en: 'And {debt} are owed.' }, pending: { zh: '另有 {pending} 待生效。', en: 'And {pending} still to mature.' }, held: { zh: '另有 {held} 冻结中。', en: 'And {held} are held.' },
  asOf: { zh: '看哪一天', en: 'As of' }, currency: { zh: '积分种类', en: 'Currency' }, lots: { zh: '逐批说明', en: 'Lot by lot' }, none: { zh: '到这一天还没有积分。', en: 'No points by that day.' },
  statement: { zh: '对账单', en: 'Statement' }, ties: { zh: '各笔变动之和 = 各批剩余 − 欠分 = 账本余额', en: 'Movements = what is left of the lots − what is owed = the ledger\'s balance' }, broken: { zh: '对不上账：请联系管理员', en: 'It does not tie: tell whoever looks after this system' },
  kind: { zh: '变动', en: 'Movement' }, entries: { zh: '笔数', en: 'Entries' }, amount: { zh: '合计', en: 'Together' }, balance: { zh: '余额（可用 + 待生效 + 冻结 − 欠分）', en: 'Balance (to spend + pending + held − owed)' },
  fromOrder: { zh: '{day} 订单 {number} 得 {earned}', en: '{day}: order {number} earned {earned}' }, fromEvent: { zh: '{day} {kind} 得 {earned}', en: '{day}: {kind} earned {earned}' }, fromHand: { zh: '{day} 得 {earned}', en: '{day}: {earned} were given' },
  partLine: { zh: '{product}（{money}）按“{rule}”得 {amount}', en: '{product} ({money}): {amount} by "{rule}"' }, partWhole: { zh: '整单按“{rule}”得 {amount}', en: 'The order: {amount} by "{rule}"' }, kept: { zh: '，退货后留 {kept}', en: ', {kept} kept after returns' },
  by: { zh: '规则第 {version} 版{tier}{first}{birthday}', en: 'rules version {version}{tier}{first}{birthday}' }, tier: { zh: '，当时等级 {tier}', en: ', then in tier {tier}' }, first: { zh: '，首单', en: ', first order' }, birthday: { zh: '，生日', en: ', birthday' },
  spent: { zh: '已用 {n}', en: '{n} spent' }, reversed: { zh: '退货扣回 {n}', en: '{n} taken back' }, expired: { zh: '过期 {n}', en: '{n} ended' }, repaid: { zh: '抵欠 {n}', en: '{n} paid what was owed' }, left: { zh: '还剩 {n}', en: '{n} left' }, ends: { zh: '{day} 到期', en: 'until {day}' }, never: { zh: '不过期', en: 'without end' }, matures: { zh: '{day} 生效', en: 'to spend from {day} on' },
  more: { zh: '只列出最新的 {shown} 批，共 {all} 批；合计包含全部。', en: 'The newest {shown} of {all} lots are listed; the sums are over all.' }, back: { zh: '回到会员', en: 'Back to the member' }
} satisfies Record<string, Sentence>
