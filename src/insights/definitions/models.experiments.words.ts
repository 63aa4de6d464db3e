/** The models of what an action brought. */
import type { ModelText } from './models.schema.ts'

export const experimentModels = {
  welch: {
    says: { zh: '处理组比对照组平均多多少，以及 95% 区间：区间含零就是“未证实”。', en: 'How much more the treated do on average than the control, with a 95 % interval: where it covers zero the answer is “unproven”.' },
    assumes: { zh: '分组是随机的，人与人互不影响；每组人数足以使均值近似正态（偏斜的金额需要几百人）。两组的离散程度可以不同。', en: 'That groups were drawn at random and people do not influence each other, and enough people for a mean to be nearly normal (hundreds for skewed money). Spreads may differ.' },
    fails: { zh: '少数大客户支配总额、分组不随机、或边看边停时（那时用“随时有效的区间”）。', en: 'Where a few large customers carry the sum, where groups are not random, or where one looks and stops (use the always-valid interval).' },
    source: 'Welch, B. L. (1947), The Generalization of “Student’s” Problem When Several Different Population Variances Are Involved, Biometrika 34; Satterthwaite, F. E. (1946)',
    checked: { zh: 'Hillstrom 邮件实验：男款 +.07659 [.06995, .08323]，女款 +.04523 [.03889, .05157]；另外六个差值与对照计算相差小于 1e-12。', en: 'Hillstrom’s e-mails: men’s +.07659 [.06995, .08323], women’s +.04523 [.03889, .05157]; six more differences within 1e-12 of the reference.' }
  },
  shares: {
    says: { zh: '两组的购买率（或任何“是/否”的比例）相差几个百分点，及其区间。', en: 'By how many points two rates of buying (or of any yes) differ, with the interval.' },
    assumes: { zh: '每个人只算一次，互不影响。', en: 'Each person counts once and influences nobody.' },
    fails: { zh: '同一人被数多次时（例如按访问次数算），区间会太窄。', en: 'Where a person is counted several times (by visits, say) the interval is too narrow.' },
    source: 'Newcombe, R. G. (1998), Interval Estimation for the Difference Between Independent Proportions, Statistics in Medicine 17, method 10; Miettinen, O., Nurminen, M. (1985), Comparative Analysis of Two Rates, Statistics in Medicine 4',
    checked: { zh: 'Newcombe 论文表 II 的三例，两种区间都到四位小数；区间总在 −1 与 1 之间，交换两组只变号。', en: 'Three contrasts of Newcombe’s table II, both intervals to four decimals; bounds stay within −1 and 1, and turn over when the groups are exchanged.' }
  },
  ratio_metric: {
    says: { zh: '客单价、每次点击收入等“总和 ÷ 总和”的差别及其区间。', en: 'Differences of sums over sums (value per order, revenue per click), with their interval.' },
    assumes: { zh: '按客户随机分组；同一客户的订单彼此相关没有关系，误差按客户计算。人数几百以上。', en: 'That customers were drawn at random; orders of one customer may be related, since the error is counted by customer. Some hundred customers or more.' },
    fails: { zh: '分母很小或接近零时；处理改变了分母（订单数）时，比率本身可能误导，应同时看人均值。', en: 'With a denominator near zero; and where the treatment moves the denominator (orders) the ratio itself misleads: look at the mean per person beside it.' },
    source: 'Deng, A., Knoblich, U., Lu, J. (2018), Applying the Delta Method in Metric Analytics, KDD, section 3, equation 4',
    checked: { zh: '模拟 600 次：真值落入 95% 区间的比例在 93% 与 97% 之间；把订单当作互相独立则低于 90%。', en: '600 simulations: the 95 % interval holds the truth in 93 to 97 %; taking orders as independent, in less than 90 %.' }
  },
  cuped: {
    says: { zh: '同一个效果，更窄的区间：先扣除实验前就能预料的那部分差别。', en: 'The same effect with a narrower interval: what could be foreseen before the experiment is taken out first.' },
    assumes: { zh: '所用的数值发生在分组之前，因此处理不可能影响它。', en: 'That the earlier value is from before the assignment, so that the treatment cannot have moved it.' },
    fails: { zh: '误用分组之后的数值时会扣掉效果本身；没有历史的新客户降噪很少。', en: 'With a value from after the assignment it takes the effect away; for new customers without a past it helps little.' },
    source: 'Deng, A., Xu, Y., Kohavi, R., Walker, T. (2013), Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data, WSDM, equations 3–5',
    checked: { zh: '模拟：相关系数 .8 时方差减少 .64，效果不变，区间仍有 95% 的覆盖。', en: 'Simulated with a correlation of .8: the variance falls by .64, the effect stays, the interval still covers.' }
  },
  sample_ratio: {
    says: { zh: '各组人数是否符合计划的比例；不符时任何结果都不应采信。', en: 'Whether the groups came out in the planned proportions; where not, no result may be read.' },
    assumes: { zh: '每个人独立地按计划比例分配。', en: 'That each person was assigned on his own in the planned proportions.' },
    fails: { zh: '人很少时看不出小的偏差；它只说明分配有问题，不说明原因。', en: 'With few people small faults stay unseen; it says that the assignment is broken, not why.' },
    source: 'Fabijan, A. et al. (2019), Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD, section 4',
    checked: { zh: 'Hillstrom 三组 21,306 / 21,307 / 21,387：χ² = .2025；10% 的泄漏被发现，正常的 9 : 1 不被误报。', en: 'Hillstrom’s arms of 21,306, 21,307 and 21,387: χ² = .2025; a leak of 10 % is found, a planned 9 : 1 is not accused.' }
  },
  power: {
    says: { zh: '开始之前：以这些人数、这个对照比例和离散程度，80% 把握能看出的最小效果。', en: 'Before launch: the smallest effect that so many people, this control share and this spread show with a chance of 80 %.' },
    assumes: { zh: '离散程度与历史相同；双侧检验，水平 5%；每组三十人以上。', en: 'That the spread is that of the past; a two-sided test at 5 %; thirty people a group or more.' },
    fails: { zh: '活动本身改变离散程度时（例如大促）；历史很短时离散程度估不准。', en: 'Where the action itself changes the spread (a large promotion), and where the past is too short to know it.' },
    source: 'Chow, S.-C., Shao, J., Wang, H., Lokhnygina, Y. (2018), Sample Size Calculations in Clinical Research, 3rd edition, sections 3.2 and 4.2',
    checked: { zh: '半个标准差的效果每组需 63 人；1,000 次不等组模拟中看出效果的比例在 76% 与 84% 之间。', en: 'Half a standard deviation needs 63 people a group; in 1,000 simulations with unequal arms the effect is seen in 76 to 84 %.' }
  },
  always_valid: {
    says: { zh: '可以每天看、随时停的区间：在所有查看时刻合起来，漏掉真值的机会不超过 5%。比一次性区间宽。', en: 'An interval that may be looked at every day and stopped on: over all looks together it misses the truth at most 5 times in 100. It is wider than that of a single look.' },
    assumes: { zh: '每组至少有几百人才开始查看；调节参数在第一次查看之前定下，以后不改。', en: 'That looking begins with some hundred people a group, and that its tuning is set before the first look and never after.' },
    fails: { zh: '人很少时，或看到结果后再改参数时。', en: 'With few people, or where the tuning is changed after a look.' },
    source: 'Howard, S. R., Ramdas, A., McAuliffe, J., Sekhon, J. (2021), Time-Uniform, Nonparametric, Nonasymptotic Confidence Sequences, Annals of Statistics 49, equation 14; Johari, R., Koomen, P., Pekelis, L., Walsh, D. (2022), Always Valid Inference, Operations Research 70',
    checked: { zh: '800 次模拟，每次查看 190 回：随时有效的区间漏掉真值不超过 5%，普通区间超过 18%；真实效果在 90% 以上的模拟中被发现。', en: '800 simulated experiments with 190 looks each: it misses at most 5 %, the ordinary interval more than 18 %; a real effect is found in more than 90 %.' }
  },
  multiple_comparisons: {
    says: { zh: '同时看许多差别时，把每个 p 值调整到可以用同一个门槛判断。', en: 'Where many differences are looked at together: p-values adjusted so that one threshold may be held against all.' },
    assumes: { zh: 'Holm 法没有前提；Benjamini–Hochberg 法要求各检验独立或正相关。', en: 'Holm’s asks nothing; Benjamini and Hochberg’s that the tests are independent or positively related.' },
    fails: { zh: '先挑出好看的差别再调整就不算数：所有看过的比较都要算进去。', en: 'Where the pretty differences are picked first: every comparison that was looked at must be counted.' },
    source: 'Holm, S. (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6; Benjamini, Y., Hochberg, Y. (1995), Controlling the False Discovery Rate, JRSS B 57',
    checked: { zh: '与 R 的 p.adjust 在 Bonferroni、Holm、BH 三种方法上一致。', en: 'Equal to R’s p.adjust by Bonferroni, Holm and Benjamini–Hochberg.' }
  }
} as const satisfies Readonly<Record<string, ModelText>>
