/** The models of how long customers stay away, and of who leaves. */
import type { ModelText } from './models.schema.ts'

export const leavingModels = {
  kaplan_meier: {
    says: { zh: '沉默 d 天之后，还有多少人没有回来；由此定出“有风险”和“流失”的天数，以及沉默 d 天的人在今后 H 天内回来的概率。', en: 'How many have not come back after d days of silence: from it come the days of “at risk” and “lapsed”, and the chance that somebody silent for d days returns within H.' },
    assumes: { zh: '还没回来的人（删失）与已经回来的人遵循同一规律；回头的快慢在所看的时期内没有变化。', en: 'That those who have not returned yet (censored) follow the same law as those who have, and that the pace of returning did not change over the period.' },
    fails: { zh: '某一天数上仍被观察的人少于 30 人时，曲线尾部不可靠；季节性强的生意会把淡季当成离开。', en: 'Where fewer than 30 people are still under observation the tail is unreliable; in a seasonal business the low season looks like leaving.' },
    source: 'Kaplan, E. L., Meier, P. (1958), Nonparametric Estimation from Incomplete Observations, JASA 53; Greenwood, M. (1926) for the interval',
    checked: { zh: '7,043 名电信客户：S(12) = .8432，标准误与 R survival 一致；6-MP 临床试验的已发表曲线；没有删失时就是普通比例。', en: '7,043 subscribers: S(12) = .8432 with R survival’s errors; the published curve of the 6-MP trial; without censoring it is the plain share.' }
  },
  cox: {
    says: { zh: '每个因素使离开的速度变为原来的几倍，其他因素不变。', en: 'By what factor each trait multiplies the rate of leaving, the others held.' },
    assumes: { zh: '这个倍数在任何时间都一样（比例风险）；各因素的作用可以相乘。', en: 'That the factor is the same at every age (proportional hazards) and that effects multiply.' },
    fails: { zh: '作用随时间减弱时（例如只影响第一个月的优惠）。它说的是关联，不是因果。', en: 'Where an effect fades (a discount that matters in the first month only). It tells association, not cause.' },
    source: 'Cox, D. R. (1972), Regression Models and Life-Tables, JRSS B 34; Efron, B. (1977), JASA 72, for ties',
    checked: { zh: '7,043 名电信客户：对数偏似然 −14144.0265（Efron），一致性 .83380，系数与 R survival 相差小于 1e-6。', en: '7,043 subscribers: log partial likelihood −14144.0265 (Efron), concordance .83380, coefficients within 1e-6 of R survival’s.' }
  },
  logistic: {
    says: { zh: '由若干特征得出“会”的概率；每个特征的系数就是它的理由。', en: 'The chance of a yes from several traits; each trait’s coefficient is its reason.' },
    assumes: { zh: '各特征对数几率上的作用相加；过去与今后的关系相同。', en: 'That effects add up on the log-odds, and that the relation of the past holds on.' },
    fails: { zh: '作用有拐点或互相依赖而没有写进模型时；某一特征完全分开“会”与“不会”时没有最优解，页面会指出。', en: 'Where effects bend or depend on each other and nobody wrote it in; where a trait separates yes from no there is no optimum, and that is said.' },
    source: 'McCullagh, P., Nelder, J. A. (1989), Generalized Linear Models, section 4.4',
    checked: { zh: '7,043 名电信客户，按行号除以 5 的余数分五份：AUC .8453；系数与对照软件相差小于 1e-6。', en: '7,043 subscribers, five folds by row number: AUC .8453; coefficients within 1e-6 of the reference.' }
  },
  trees: {
    says: { zh: '由许多小决策树相加得出概率；每位客户的理由是每个特征使概率上升或下降多少（Shapley 值，相加即得预测）。', en: 'A chance from many small trees added up; a customer’s reasons are how far each trait moves it (Shapley values, which add up to the prediction).' },
    assumes: { zh: '今后的客户与学习时的客户相似；不假定作用的形状。', en: 'That coming customers resemble those learned from; nothing about the shape of effects.' },
    fails: { zh: '数据少时容易学到偶然；超出见过的范围时只会重复边界上的答案。', en: 'With little data it learns accidents; beyond what it has seen it repeats the answer at the edge.' },
    source: 'Friedman, J. H. (2001), Greedy Function Approximation: A Gradient Boosting Machine, Annals of Statistics 29; Lundberg, S. M. et al. (2020), From local explanations to global understanding with explainable AI for trees, Nature Machine Intelligence 2',
    checked: { zh: '理由与枚举所有特征组合的 Shapley 值一致，相加等于预测；第一次分裂与逐一尝试的最优分裂一致；打乱行的顺序，结果一位不变。', en: 'Reasons equal the Shapley values by counting all subsets and add up to the prediction; the first split is the one that trying all of them finds; shuffling the rows changes no bit.' }
  }
} as const satisfies Readonly<Record<string, ModelText>>
