/** Every sentence that the server says about predictions. */
import type { Sentence } from '#foundation/words.ts'
import type { CandidateId } from './prediction.schema.ts'

export const candidateNames: Readonly<Record<CandidateId, Sentence>> = {
  recency: { zh: '只看多久没来', en: 'Recency alone' },
  bg: { zh: 'BG/NBD', en: 'BG/NBD' },
  mbg: { zh: 'MBG/NBD', en: 'MBG/NBD' },
  pareto: { zh: 'Pareto/NBD', en: 'Pareto/NBD' },
  logistic: { zh: '逻辑回归（行为）', en: 'Logistic regression on behaviour' },
  trees: { zh: '提升树（行为）', en: 'Boosted trees on behaviour' }
}

export const verdictWords = {
  shipped: { zh: '采用：AUC 比“只看多久没来”高 {difference}（95% 区间 {low} 到 {high}）。', en: 'Used: its AUC is {difference} against recency alone (95 % interval {low} to {high}).' },
  better: { zh: '也好于“只看多久没来”（{difference}，{low} 到 {high}），但比采用的低（{behind}）。', en: 'Better than recency alone as well ({difference}, {low} to {high}), but behind the one used ({behind}).' },
  unproven: { zh: '没有证明比“只看多久没来”好：差 {difference}，95% 区间 {low} 到 {high} 含零。', en: 'Not proven better than recency alone: {difference}, with a 95 % interval of {low} to {high}.' },
  worse: { zh: '不如“只看多久没来”：差 {difference}（{low} 到 {high}）。', en: 'Worse than recency alone: {difference} ({low} to {high}).' },
  yardstick: { zh: '标尺：谁不比它准就不用谁。', en: 'The yardstick: what does not beat it is not used.' },
  yardstickShipped: { zh: '采用：没有模型确实比它准。', en: 'Used: no model is for certain more accurate.' },
  notConverged: { zh: '没有收敛，不用。', en: 'Did not converge: not used.' },
  tooShort: { zh: '历史太短，没有更早的时期可学，没有参加。', en: 'Took no part: history is too short for an earlier period to learn from.' },
  nothingToLearn: { zh: '没有人买过第二次，无从学起。', en: 'Nobody bought twice: there was nothing to learn from.' },
  boundary: { zh: '最优值在边界上（{names}）：模型退化成了更简单的形式。', en: 'The optimum lies at the boundary ({names}): the model is simpler than its name.' },
  won: {
    zh: '在 {periods} 个留出的时期上，{name}的平均 AUC 为 {auc}，比“只看多久没来”高 {difference}（95% 区间 {low} 到 {high}），是通过者中最高的。',
    en: 'Over {periods} held-out periods {name} has a mean AUC of {auc}: {difference} against recency alone (95 % interval {low} to {high}), the highest of those that beat it.'
  },
  recencyStays: {
    zh: '在 {periods} 个留出的时期上，没有模型确实比“只看多久没来”更准，所以用它。',
    en: 'Over {periods} held-out periods no model was for certain more accurate than recency alone, so recency is used.'
  }
} as const satisfies Readonly<Record<string, Sentence>>

export const predictionWords = {
  fitTitle: { zh: '预测：比试模型并给客户打分', en: 'Prediction: models compete, customers are scored' },
  scoreTitle: { zh: '预测：重新给客户打分', en: 'Prediction: customers are scored again' },
  reading: { zh: '读取历史（第 {done} 个截面，共 {of} 个）', en: 'Reading history (cut {done} of {of})' },
  fitting: { zh: '模型比试中（{done} / {of}）', en: 'Models compete ({done} of {of})' },
  scoring: { zh: '给客户打分（{done} / {of}）', en: 'Scoring customers ({done} of {of})' },
  done: { zh: '完成：{n} 位客户，采用 {name}', en: 'Done: {n} customers, by {name}' },
  tooLittle: { zh: '数据还不够做预测：{zh}', en: 'There is not enough data to predict: {en}' },
  fewCustomers: { zh: '买过东西的客户有 {have} 位，至少要 {least} 位', en: '{have} customers have bought, at least {least} are needed' },
  fewDays: { zh: '订单历史有 {have} 天，至少要 {least} 天', en: 'orders go back {have} days, at least {least} are needed' },
  fewRepeaters: { zh: '买过不止一次的客户有 {have} 位，至少要 {least} 位', en: '{have} customers came more than once, at least {least} are needed' },
  gate: { zh: '数据还不够做预测：{missing}。', en: 'There is not enough data to predict yet: {missing}.' },
  waiting: { zh: '还没有预测。第一次拟合会自动开始，也可以现在就开始。', en: 'Nothing is predicted yet. The first fitting begins by itself, or now if you like.' },
  headline: {
    zh: '未来 {days} 天，{customers} 位客户中预计有 {buyers} 位会再来，买 {purchases} 次，消费 {spend}；照此，{doubt}{basis}没有把握。',
    en: 'Over the next {days} days {buyers} of {customers} customers are expected to buy again, {purchases} times, for {spend}; {doubt} of {basis} is in doubt.'
  },
  margin: { zh: '毛利', en: 'margin' },
  revenue: { zh: '收入', en: 'revenue' },
  mixed: { zh: '毛利（成本未知的按收入计）', en: 'margin (revenue where cost is unknown)' },
  gammaGamma: {
    zh: '每次消费按 Gamma–Gamma 估计：购买次数与消费额的相关系数是 {correlation}，足够小。',
    en: 'Spend a visit is estimated by Gamma–Gamma: the correlation of number and size of purchases is {correlation}, small enough.'
  },
  notGammaGamma: {
    zh: '没有用 Gamma–Gamma 估计每次消费（购买次数与消费额的相关系数 {correlation}，上限 {most}；或没有收敛）：改为把客户自己的均值按历史上的可信程度向整体均值靠拢。',
    en: 'Gamma–Gamma is not used for spend a visit (correlation of number and size of purchases {correlation}, at most {most} allowed, or it did not converge): the customer’s own mean is drawn towards everybody’s by how far such means could be believed in the past.'
  },
  boundary: {
    zh: '{name}的最优值在边界上（{names}）：模型退化成了更简单的形式，仍可用。',
    en: 'The optimum of {name} lies at the boundary ({names}): the model is simpler than its name, and still of use.'
  },
  noCurve: { zh: '没有可用的购买历史模型：超出 {days} 天的价值按同样的速度外推。', en: 'No model of purchase history could be used: value beyond {days} days goes on at the same pace.' },
  onePeriod: { zh: '历史只够留出一个时期来检验。', en: 'History is long enough to hold out one period only.' },
  sampled: { zh: '模型从 {n} 位客户的样本学习，然后给所有人打分。', en: 'The models learned from a sample of {n} customers; everybody is scored.' }
} as const satisfies Readonly<Record<string, Sentence>>

export const scoredColumns = {
  customerId: { zh: '客户编号', en: 'Customer' }, name: { zh: '姓名', en: 'Name' }, chance: { zh: '会再来的概率', en: 'P(order)' }, churn: { zh: '流失分', en: 'Churn score' },
  purchases: { zh: '预计购买次数', en: 'Expected purchases' }, spend: { zh: '预计消费', en: 'Expected spend' }, low: { zh: '预计消费下限', en: 'Spend, low' }, high: { zh: '预计消费上限', en: 'Spend, high' },
  value: { zh: '客户价值', en: 'CLV' }, valueLow: { zh: '客户价值下限', en: 'CLV, low' }, valueHigh: { zh: '客户价值上限', en: 'CLV, high' }, doubt: { zh: '没有把握的金额', en: 'Money in doubt' }, basis: { zh: '口径', en: 'Basis' }, purchaseDays: { zh: '购买天数', en: 'Purchase days' },
  silentDays: { zh: '静默天数', en: 'Silent days' }, reasons: { zh: '原因', en: 'Reasons' }
} as const satisfies Readonly<Record<string, Sentence>>
