/** The models of what customers answer. */
import type { ModelText } from './models.schema.ts'

export const satisfactionModels = {
  net_promoter: {
    says: { zh: '回答 9–10 分的比例减去 0–6 分的比例，只算回答了的人，并带区间。', en: 'The share of 9 and 10 less that of 0 to 6, of those who answered, with its interval.' },
    assumes: { zh: '回答者能代表客户；每人一票。跳过、超出范围、非整数的回答另行计数，绝不当作零。', en: 'That those who answer stand for the customers; one answer a person. Skipped, out-of-range and fractional answers are counted apart, never as zero.' },
    fails: { zh: '回答率低时，回答者多是很满意或很不满意的人；人少时区间很宽，上下几分没有意义。', en: 'With few replies those very pleased or very cross answer; with few people the interval is wide and some points up or down mean nothing.' },
    source: 'Reichheld, F. F. (2003), The One Number You Need to Grow, Harvard Business Review 81; interval: Rocks, B. (2016), Interval Estimation for the “Net Promoter Score”, The American Statistician 70',
    checked: { zh: 'mobi 第三个忠诚度问题：95 / 95 / 60，NPS 14；模拟中 95% 区间的覆盖率高于 93%，12 人全给 10 分时区间也不是一个点。', en: 'mobi’s third loyalty question: 95, 95 and 60, a score of 14; the 95 % interval covers in more than 93 % of simulations, and twelve tens of twelve are no point.' }
  },
  satisfied_share: {
    says: { zh: 'CSAT：给最高几档的人占回答者的比例（3 分取 1 档，4–7 分取 2 档，10 分取 3 档），带 Wilson 区间；CES：平均分，注明量表。', en: 'CSAT: the share of the top answers (one of 3, two of 4 to 7, three of 10) with Wilson’s interval; CES: the mean, its scale named.' },
    assumes: { zh: '回答者能代表客户；比较时量表相同。', en: 'That those who answer stand for the customers, and that scales compared are the same.' },
    fails: { zh: '换了量表、问法或时机之后不可比较。', en: 'After a change of scale, wording or moment figures cannot be compared.' },
    source: 'Wilson, E. B. (1927), Probable Inference, the Law of Succession, and Statistical Inference, JASA 22; Dixon, M., Freeman, K., Toman, N. (2010), Harvard Business Review 88',
    checked: { zh: '各量表的档数按定义逐一核对；区间总在 0 与 1 之间。', en: 'The top answers of each scale are checked one by one; the interval stays within 0 and 1.' }
  },
  reliability: {
    says: { zh: '几个问题是否在测同一件事：α 高于 .7 通常算可用；另有组合信度与平均方差抽取量。', en: 'Whether several questions measure one thing: an alpha above .7 is usually taken as fit for use; composite reliability and variance extracted beside it.' },
    assumes: { zh: '问题同向（反向题先翻转），大致同等重要。', en: 'That questions point the same way (reversed ones are turned) and weigh about alike.' },
    fails: { zh: '问题越多 α 越高，即使测的不是一件事；只有一题时无从谈起。', en: 'Alpha rises with the number of questions even where they measure several things; for one question there is none.' },
    source: 'Cronbach, L. J. (1951), Coefficient Alpha and the Internal Structure of Tests, Psychometrika 16; Fornell, C., Larcker, D. F. (1981), Journal of Marketing Research 18; Henseler, J., Ringle, C. M., Sarstedt, M. (2015), JAMS 43',
    checked: { zh: 'mobi 的四个量表：.722835 .451903 .823632 .779195，组合信度、方差抽取量、HTMT 与 R seminr 相差小于 1e-9。', en: 'mobi’s four scales: .722835 .451903 .823632 .779195; composite reliability, variance extracted and HTMT within 1e-9 of R’s seminr.' }
  },
  relative_weights: {
    says: { zh: '各因素占“能解释的满意度差别”的多少，因素相关时也能分；旁边是它的表现。', en: 'Each driver’s share of the satisfaction that can be explained, also where drivers are correlated; its performance stands beside it.' },
    assumes: { zh: '作用是直线的，所有重要的因素都问到了。', en: 'That effects are straight and that every driver of weight was asked about.' },
    fails: { zh: '权重不分正负，要看旁边的相关系数；它是关联，改善该因素不一定提高满意度。', en: 'Weights have no sign: look at the correlation beside them. They are association: improving a driver need not raise satisfaction.' },
    source: 'Johnson, J. W. (2000), A Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple Regression, Multivariate Behavioral Research 35; Martilla, J. A., James, J. C. (1977), Importance-Performance Analysis, Journal of Marketing 41',
    checked: { zh: '各权重之和等于回归的 R²（1e-10）；两个同样的因素各占一半，唯一起作用的因素占 99% 以上。', en: 'Weights sum to the regression’s R² (1e-10); two equal drivers share evenly, the only one that counts gets over 99 %.' }
  },
  pls: {
    says: { zh: '形象、期望、质量、价值怎样与满意、抱怨、忠诚相连，以及各自在 0–100 上的指数。', en: 'How image, expectation, quality and value go with satisfaction, complaints and loyalty, and each one’s index on 0–100.' },
    assumes: { zh: '路径图是事先画好的；每个概念由几个问题测得；关系是直线的。', en: 'That the paths were drawn beforehand, that each concept is measured by its questions, and that relations are straight.' },
    fails: { zh: '信度低的概念会使路径偏小（旁边列出修正值）；路径说明关联，不说明改变一个会使另一个改变多少。', en: 'Concepts of low reliability shrink the paths (corrected ones stand beside); paths tell what goes together, not what follows from a change.' },
    source: 'Lohmöller, J.-B. (1989), Latent Variable Path Modeling with Partial Least Squares; Tenenhaus, M., Esposito Vinzi, V., Chatelin, Y.-M., Lauro, C. (2005), PLS Path Modeling, Computational Statistics & Data Analysis 48',
    checked: { zh: 'mobi：路径 .447004 .171830 .316425，R² .590603，载荷与权重到 8 位小数与 R seminr 一致；七个概念的完整模型与指数另行核对。', en: 'mobi: paths .447004 .171830 .316425, R² .590603, loadings and weights equal to R’s seminr to eight decimals; the full model of seven concepts and its index besides.' }
  }
} as const satisfies Readonly<Record<string, ModelText>>
