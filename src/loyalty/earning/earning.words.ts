import type { Sentence } from '#foundation/words.ts'

/** What the server refuses. */
export const earningWords = {
  faulty: { zh: '方案有 {count} 处问题，第一处在 {first}。没有保存。', en: 'The programme has {count} {count|problem|problems}, the first at {first}. Nothing was saved.' },
  changed: { zh: '积分规则刚被别人改过（现在是第 {version} 版）。请刷新后再改。', en: 'Somebody changed the rules meanwhile (now version {version}). Reload and change again.' },
  inPast: { zh: '新版本不能从过去（{from}）生效：已经计过的订单保留原来的规则。', en: 'A new version cannot begin in the past ({from}): what is counted keeps its rules.' },
  budgetUsed: { zh: '预算“{budget}”已经用掉的比 {bound} 多，不能降到这么低。', en: 'More than {bound} of the budget "{budget}" is used already; it cannot be that low.' },
  inForce: { zh: '第 {version} 版已经生效、已撤回或不存在，不能撤回。', en: 'Version {version} is in force already, withdrawn, or unknown; it cannot be withdrawn.' }
} satisfies Record<string, Sentence>
