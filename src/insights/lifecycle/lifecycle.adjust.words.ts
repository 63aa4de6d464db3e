import type { Sentence } from '#foundation/words.ts'

export const lifecycleAdjustWords = {
  title: { zh: '调整“流失”的定义', en: 'Adjust the definition of churn' },
  rule: { zh: '界线怎么定', en: 'Where the thresholds come from' },
  quantile: { zh: '按回来的曲线', en: 'From the curve of returns' },
  fixed: { zh: '固定天数', en: 'Fixed days' },
  atRiskShare: { zh: '多少比例的回头已经发生，算有风险（%）', en: 'At risk once this share of returns has happened (%)' },
  lapsedShare: { zh: '多少比例的回头已经发生，算已流失（%）', en: 'Lapsed once this share of returns has happened (%)' },
  horizon: { zh: '一次回头最多等多少天', en: 'A return is waited for at most this many days' },
  atRiskDays: { zh: '{group}：静默多少天有风险', en: '{group}: at risk after days' },
  lapsedDays: { zh: '{group}：静默多少天算流失', en: '{group}: lapsed after days' },
  returnDays: { zh: '预测与验证看未来多少天', en: 'Look this many days ahead to predict and to check' },
  newDays: { zh: '首单多少天以内算新客', en: 'New for this many days after the first order' },
  least: { zh: '界线处少于多少人可观察就说“不确定”', en: 'Say "uncertain" where fewer than this many are under observation' },
  perCategory: { zh: '人数够的品类用自己的曲线', en: 'Categories with enough people get a curve of their own' },
  threshold: { zh: '{group}：风险 / 流失界线', en: '{group}: at risk / lapsed after' },
  falseLapse: { zh: '误判率', en: 'False-lapse rate' },
  money: { zh: '风险金额', en: 'Money at risk' },
  churn: { zh: '流失率', en: 'Churn rate' },
  crossed: { zh: '流失界线必须大于风险界线。', en: 'The lapsed threshold must lie beyond the at-risk one.' }
} satisfies Record<string, Sentence>
