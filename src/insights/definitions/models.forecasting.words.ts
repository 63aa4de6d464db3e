/** The models of what will be sold. */
import type { ModelText } from './models.schema.ts'

export const forecastingModels = {
  seasonal_naive: {
    says: { zh: '今后每一步等于上一个周期同一步的数值（例如下周一等于本周一）；没有周期时等于最后一个数值。', en: 'Each coming step is what the same step of the last season was (next Monday is this Monday); without a season it is the last value.' },
    assumes: { zh: '下一个周期与上一个周期一样，没有增长。', en: 'That the next season is like the last one, without growth.' },
    fails: { zh: '上一个周期反常（促销、缺货、节日）时会原样重复；有增长时总是落后。', en: 'Where the last season was odd (a promotion, an empty shelf, a holiday) it repeats it; under growth it is always late.' },
    source: 'Hyndman, R. J., Athanasopoulos, G. (2021), Forecasting: Principles and Practice, 3rd edition, sections 5.2 and 5.5',
    checked: { zh: '它是门槛。M3 的 3,003 个序列：平均 sMAPE 15.186、MASE 1.764；Online Retail 最后 28 天的日收入：WAPE 43.0。', en: 'It is the bar. M3’s 3,003 series: mean sMAPE 15.186, MASE 1.764; Online Retail’s daily revenue, last 28 days: WAPE 43.0.' }
  },
  ets: {
    says: { zh: '水平、趋势和季节各自随每个新误差更新，近期的分量更大；由此得出今后每一步的预测和区间。从 6 到 15 个模型中按 AICc 选一个；名称如 ETS(M,Ad,M) 依次表示误差、趋势（d 为减弱）和季节是相加（A）、相乘（M）还是没有（N）。', en: 'Level, trend and season each follow every new error, the latest values weighing most; from them the forecast of each coming step and its interval. One of 6 to 15 models is chosen by AICc; a name like ETS(M,Ad,M) says whether error, trend (d: damped) and season add (A), multiply (M) or are absent (N).' },
    assumes: { zh: '各部分变化缓慢，误差互不相关并服从正态分布；今后变化的方式与过去相同。', en: 'That the parts change slowly, that errors are unrelated and normal, and that change goes on in the same manner.' },
    fails: { zh: '突变、节日移动、多个周期并存或周期超过 24 步时。区间假定模型选对了，所以偏窄：M3 上标称 95% 的区间约包含 89%。搜索用尽次数时会标明“未收敛”。', en: 'At breaks, moving holidays, several seasons at once, or a season of more than 24 steps. Its interval takes the model for granted and is too narrow: on M3 one of 95 % holds about 89 %. A search that used up its tries is marked as not converged.' },
    source: 'Hyndman, R. J., Koehler, A. B., Snyder, R. D., Grose, S. (2002), International Journal of Forecasting 18; Hyndman, R. J., Koehler, A. B., Ord, J. K., Snyder, R. D. (2008), Forecasting with Exponential Smoothing',
    checked: { zh: '六个经典序列的对数似然、参数、方差、预测与区间同 R 的 ets 一致到九位；M3 的 3,003 个序列中有 3,000 个选出与 R 相同的模型，平均 sMAPE 13.065、MASE 1.425（R：13.067、1.425）。两处与 R 不同，均按书中公式：减弱趋势的乘法季节模型从第一步起就减弱；无趋势的加法季节模型的方差从整一个周期之后才计入 γ。', en: 'Likelihood, parameters, variance, forecasts and intervals of six fits to classic series agree with R’s ets to nine digits; of M3’s 3,003 series 3,000 get the model that R chooses, mean sMAPE 13.065, MASE 1.425 (R: 13.067, 1.425). In two places we follow the book where R does not: a damped trend under a multiplicative season is damped from the first step on, and γ enters the variance of an additive season without trend only after a whole season.' }
  },
  theta: {
    says: { zh: '去掉季节之后，在简单指数平滑上加一条斜率为总体直线一半的漂移，再乘回季节。', en: 'With the season taken out, simple exponential smoothing plus a drift of half the slope of the line through the whole; then the season is multiplied back.' },
    assumes: { zh: '长期增长只有一半会延续；季节成比例，且不随时间改变。只有滞后一个周期的自相关在 90% 水平上显著时才认为有季节。', en: 'That half of the long growth goes on, and that the season is proportional and steady. There is a season only where the autocorrelation at one season is significant at 90 %.' },
    fails: { zh: '有很多零或季节为加法时（乘法季节会被零扭曲）；趋势已经转向时。', en: 'With many noughts or an additive season (noughts bend a multiplicative one), and where the trend has turned.' },
    source: 'Assimakopoulos, V., Nikolopoulos, K. (2000), International Journal of Forecasting 16; Hyndman, R. J., Billah, B. (2003), the same journal 19',
    checked: { zh: 'M3 的 3,003 个序列中有 2,999 个与 R 的 thetaf 相差不到百万分之一；平均 sMAPE 12.790、MASE 1.419。', en: 'Of M3’s 3,003 series 2,999 are within a millionth of R’s thetaf; mean sMAPE 12.790, MASE 1.419.' }
  },
  stl: {
    says: { zh: '把序列分成趋势、一个或几个季节和剩余；剩余加趋势用 ETS 预测，再加回最近一个周期的季节。', en: 'Takes a series apart into trend, one or several seasons, and the rest; trend and rest go on by ETS, and the last season’s figures come back on top.' },
    assumes: { zh: '季节是相加的，只会缓慢变化；预测时把季节当作已知。', en: 'That seasons add and change slowly only; in the forecast they are taken as known.' },
    fails: { zh: '历史不足两个周期时（该周期略去不计）；季节随水平成比例变化时应先取对数。区间不含季节本身的不确定。', en: 'With less than two seasons of history (that season is left out); where the season grows with the level, take logarithms first. The interval leaves out the doubt about the season itself.' },
    source: 'Cleveland, R. B., Cleveland, W. S., McRae, J. E., Terpenning, I. (1990), Journal of Official Statistics 6; Bandara, K., Hyndman, R. J., Bergmeir, C. (2021), arXiv 2107.13462',
    checked: { zh: '诺丁汉气温的季节和趋势与 R 的 stl 一致到十位；Online Retail 最后 28 天：WAPE 30.458783，与 R 相同。', en: 'Season and trend of Nottingham’s temperatures agree with R’s stl to ten digits; Online Retail, last 28 days: WAPE 30.458783, as R has it.' }
  },
  croston: {
    says: { zh: '大多数时候为零的商品，平均每一步卖出多少：把“每次卖多少”和“多久卖一次”分开平滑。', en: 'How much an article that mostly sells nothing sells on average a step: how much at a time and how often are smoothed apart.' },
    assumes: { zh: '每次的数量与间隔互不相关，都只会缓慢变化。', en: 'That sizes and waits are unrelated and change slowly only.' },
    fails: { zh: '有季节或促销时。Croston 平均略微偏高（SBA 修正）；商品停售之后，只有 TSB 会降到零。', en: 'With seasons or promotions. Croston is a little too high on average (SBA mends it); when an article has died, only TSB goes down to nothing.' },
    source: 'Croston, J. D. (1972), Operational Research Quarterly 23; Syntetos, A. A., Boylan, J. E. (2005), International Journal of Forecasting 21; Teunter, R. H., Syntetos, A. A., Babai, M. Z. (2011), European Journal of Operational Research 214',
    checked: { zh: '与 R 的 croston 一致到十一位；由已知需求率生成的 200 个序列能还原该需求率，Croston 偏高，SBA 与 TSB 相差不到 4%。', en: 'Agrees with R’s croston to eleven digits; 200 series made with a known rate give it back: Croston above it, SBA and TSB within 4 %.' }
  }
} as const satisfies Readonly<Record<string, ModelText>>
