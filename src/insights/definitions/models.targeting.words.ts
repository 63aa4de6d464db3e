/** The models of whom to act on, and of where to spend. */
import type { ModelText } from './models.schema.ts'

export const targetingModels = {
  uplift: {
    says: { zh: '每位客户因为这次触达会多做多少：不是谁会买，而是谁因此才买。', en: 'How much more a customer does because of the contact: not who will buy, but who buys because of it.' },
    assumes: { zh: '来自随机实验的数据；今后的客户与实验中的相似。每种学习器都可以建在线性回归、逻辑回归或梯度提升树上：前两者假定效果沿直线变化，树不假定。', en: 'Data of a randomised experiment, and that coming customers resemble those in it. Each learner may stand on linear regression, logistic regression or boosted trees: the first two take effects to follow a line, trees do not.' },
    fails: { zh: '数据不是随机实验时；人人效果相同时它仍会排出一个名次，所以必须先看异质性检验。', en: 'Without randomisation; and where the effect is the same for all it still ranks people, so the test of heterogeneity comes first.' },
    source: 'Künzel, S. R., Sekhon, J. S., Bickel, P. J., Yu, B. (2019), Metalearners for Estimating Heterogeneous Treatment Effects, PNAS 116; Nie, X., Wager, S. (2021), Quasi-Oracle Estimation of Heterogeneous Treatment Effects, Biometrika 108',
    checked: { zh: '三种学习器都还原模拟的真实效果；模拟的效果不沿直线时，建在树上的三种学习器在未见过的人身上得到最佳名次 Qini 面积的 70% 以上，建在直线上的不到 40%；同一个种子得到同样的树；Hillstrom 女款邮件前 10% 的增量 .0872，与对照计算一致。', en: 'All three recover a simulated effect; where it follows no line, over trees all three reach more than 70 % of the best order’s Qini area on people they have not seen, over lines less than 40 %; a seed gives the same trees again; the uplift of the first tenth for Hillstrom’s women’s mail is .0872, as in the reference.' }
  },
  qini: {
    says: { zh: '按名次从高到低触达，比随机触达多得到多少；面积越大，名次越有用。', en: 'How much more is gained by contacting from the top of the ranking than by chance; the larger the area the more the ranking is worth.' },
    assumes: { zh: '在没有用来学习的随机实验数据上计算；同分的人一起计入。', en: 'That it is computed on experimental data the ranking has not seen; people of equal score count together.' },
    fails: { zh: '在学习数据上计算会虚高；人少时面积本身误差很大。', en: 'On the data it learned from it flatters; with few people the area itself is very uncertain.' },
    source: 'Radcliffe, N. J. (2007), Using Control Groups to Target on Predicted Lift, Direct Marketing Analytics Journal; normalised as by Devriendt, F. et al. (2020)',
    checked: { zh: 'Hillstrom 的 T 学习器：女款归一化 Qini .0573，男款 .0039；手算的四人例子。', en: 'Hillstrom’s T-learner: normalised Qini .0573 for the women’s mail, .0039 for the men’s; an example of four people by hand.' }
  },
  heterogeneity: {
    says: { zh: '有没有必要挑人：模型排的名次在它没有见过的人身上是否仍然成立。', en: 'Whether there is anybody to pick: whether the model’s ranking holds on people it has not seen.' },
    assumes: { zh: '随机实验；反复随机对半分，一半学习、一半检验，取中位 p 值的两倍（偏保守）。', en: 'A randomised experiment; split at random many times, one half learning and one testing; the median p is doubled, which is cautious.' },
    fails: { zh: '只有一小群人不同时，名次检验可能看不到，斜率会看到；两者一起显示。', en: 'Where only a small group differs the ranking’s test may miss what the slope sees; both are shown.' },
    source: 'Yadlowsky, S., Fleming, S., Shah, N., Brunskill, E., Wager, S. (2025), Evaluating Treatment Prioritization Rules via Rank-Weighted Average Treatment Effects, JASA 120; Chernozhukov, V., Demirer, M., Duflo, E., Fernández-Val, I. (2025), Fisher–Schultz Lecture: Generic Machine Learning Inference on Heterogeneous Treatment Effects, Econometrica 93',
    checked: { zh: 'Hillstrom：女款 p < 1e-6，男款 p > .1；效果人人相同的 200 次模拟中，误报不超过 5%。', en: 'Hillstrom: p < 1e-6 for the women’s mail, p > .1 for the men’s; with a constant effect at most 5 % false alarms in 200 simulations.' }
  },
  media_mix: {
    says: { zh: '每个渠道的花费带来多少销售：效果会延续几期，花得越多，再多花一点带来的越少。', en: 'What each channel’s spending brings: it works on for some periods, and the more is spent the less the next bit brings.' },
    assumes: { zh: '花费不是跟着需求走的；基线、季节和价格已列为控制项；效果不为负，几何衰减，Hill 饱和。', en: 'That spending does not follow demand; that baseline, seasons and prices are among the controls; effects not negative, geometric decay, Hill saturation.' },
    fails: { zh: '旺季多花钱会把旺季算成广告的功劳；渠道总是一起涨跌时分不开。每个参数少于 7 个数据点就拒绝；说不准的渠道会注明，凑巧能解释的渠道不给效果。随机实验的答案优先。', en: 'Spending more in the season credits the season to advertising; channels that move together cannot be told apart. Refused below 7 points per parameter; what is uncertain is marked, and a channel that chance explains gets no effect. An experiment’s answer overrides it.' },
    source: 'Jin, Y., Wang, Y., Sun, Y., Chan, D., Koehler, J. (2017), Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects, Google Research; Chan, D., Perry, M. (2017), Challenges and Opportunities in Media Mix Modeling',
    checked: { zh: 'Robyn 的 208 周：固定衰减的回归系数、误差与 R² .8741 一致；模拟数据还原衰减、饱和与效果，没有作用的渠道得零。', en: 'Robyn’s 208 weeks: coefficients, errors and R² .8741 of the regression with fixed decays; simulated data give decay, saturation and effect back, and nothing to an idle channel.' }
  },
  budget: {
    says: { zh: '同样的总预算怎样分最多：在上下限之间，每个渠道最后多花的那一点带来的一样多。', en: 'How the same budget brings most: between their bounds, the last bit spent in every channel brings the same.' },
    assumes: { zh: '各渠道的反应曲线是对的，并且越花越慢；渠道之间互不影响。', en: 'That the response curves are right and rise ever slower, and that channels do not act on each other.' },
    fails: { zh: '超出历史花费范围的建议只是推测，因此每个渠道都有上下限；起步慢的曲线、要么不投要么至少投多少的渠道，改由整数规划求解。', en: 'Beyond what was ever spent it is a guess, hence bounds on every channel; slow starts and channels that are off or at least so much go to integer programming.' },
    source: 'Dorfman, R., Steiner, P. O. (1954), Optimal Advertising and Optimal Quality, American Economic Review 44; Boyd, S., Vandenberghe, L. (2004), Convex Optimization, example 5.2',
    checked: { zh: '随机问题上边际回报相差小于 1e-5，任意两渠道之间的挪动都不更好；与 HiGHS 的解和逐一枚举一致。', en: 'On random problems marginals agree to 1e-5 and no shift between two channels does better; equal to HiGHS and to enumeration.' }
  }
} as const satisfies Readonly<Record<string, ModelText>>
