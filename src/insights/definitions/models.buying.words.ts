/** The models of repeat buying and of what a customer is worth. */
import type { ModelText } from './models.schema.ts'

export const buyingModels = {
  recency: {
    says: { zh: '按距上次购买的天数给客户排序，并用历史上同样天数的客户后来是否购买给出概率。', en: 'Ranks customers by days since the last order; the chance is how often customers silent for as long bought again in the past.' },
    assumes: { zh: '只看沉默多久就够了；过去的回头情况会延续。', en: 'That how long somebody has been silent is all that matters, and that people return as they did before.' },
    fails: { zh: '购买节奏差别很大时：每周来的人沉默一个月已经反常，每年来的人却很正常。', en: 'Where customers’ rhythms differ much: a month’s silence is odd for a weekly buyer and usual for a yearly one.' },
    source: 'Wübben, M., von Wangenheim, F. (2008), Instant Customer Base Analysis: Managerial Heuristics Often “Get It Right”, Journal of Marketing 72(3)',
    checked: { zh: '它是门槛：其他模型只有在按时间划分的检验中胜过它才会被采用。CDNOW 留出期 AUC .7714。', en: 'It is the bar: another model is used only where it beats this one on a split by time. AUC .7714 on CDNOW’s hold-out.' }
  },
  bg_nbd: {
    says: { zh: '根据每位客户的回头次数、最后一次购买时间和观察时长，推算今后一段时间预计再买几次、至少买一次的概率。', en: 'From a customer’s number of repeat orders, the time of the last one and how long he has been watched: how many orders to expect in a coming period, and the chance of at least one.' },
    assumes: { zh: '客户在“还在”时随机购买，各人有各人的平均频率；每次回头购买之后，以各人自己的概率不声不响地离开；频率与离开概率互不相关，且不随时间改变。', en: 'While a customer is still there he buys at random at a rate of his own; after each repeat order he leaves unseen with a chance of his own; rate and chance are unrelated and do not change.' },
    fails: { zh: '购买有固定周期（工资日、订阅）、有明显季节或增长、客户是暂停而不是离开时。只买过一次的人在此模型中永远“还在”（P(alive) = 1），所以绝不能用 P(alive) 排序。离开的人很少时最优点落在边界（a ≈ 0），模型退化为 NBD，页面会指出。', en: 'Where buying is regular (paydays, subscriptions), seasonal or growing, and where customers pause rather than leave. A one-time buyer is “alive” for ever under it (P(alive) = 1), so nobody is ever ranked by P(alive). With few departures the optimum lies at the boundary (a ≈ 0): it is then the plain NBD, and is said to be.' },
    source: 'Fader, P. S., Hardie, B. G. S., Lee, K. L. (2005), “Counting Your Customers” the Easy Way: An Alternative to the Pareto/NBD Model, Marketing Science 24(2), 275–284, equations 6–10',
    checked: { zh: 'CDNOW 样本：r .243、α 4.414、a .793、b 2.426，对数似然 −9582.4；E[Y(39) | x 2, t_x 30.43, T 38.86] = 1.226；全部 23,570 名客户的对数似然 −95368.444；模拟数据能还原参数，梯度等于差分。', en: 'CDNOW sample: r .243, α 4.414, a .793, b 2.426, log-likelihood −9582.4; E[Y(39) | x 2, t_x 30.43, T 38.86] = 1.226; −95368.444 on all 23,570 customers; simulated data give their parameters back, gradients equal differences.' }
  },
  mbg_nbd: {
    says: { zh: '与 BG/NBD 相同，但首次购买之后就可能离开，因此对只买过一次的人更现实。', en: 'The same as BG/NBD, but a customer may leave after the very first order, which is truer of one-time buyers.' },
    assumes: { zh: '与 BG/NBD 相同，另加：首单之后以同样的概率离开。', en: 'As BG/NBD; and that the chance to leave after the first order is the same as after later ones.' },
    fails: { zh: '与 BG/NBD 相同。首单客户与回头客的离开规律差别很大时，一个概率概括不了两者。', en: 'As BG/NBD. Where first-time buyers leave quite differently from repeat buyers, one chance does not fit both.' },
    source: 'Batislam, E. P., Denizel, M., Filiztekin, A. (2007), Empirical validation and comparison of models for customer base analysis, International Journal of Research in Marketing 24(3), 201–209',
    checked: { zh: 'CDNOW 样本：.52484 6.18309 .89136 1.61400，对数似然 −9582.136（独立重算）；全部客户 −95336.958。', en: 'CDNOW sample: .52484 6.18309 .89136 1.61400, log-likelihood −9582.136 (recomputed independently); −95336.958 on all customers.' }
  },
  pareto_nbd: {
    says: { zh: '与 BG/NBD 回答同样的问题；客户可以在任何时刻离开，因此沉默本身就是证据，只买过一次的人也一样。', en: 'The same questions as BG/NBD; a customer may leave at any moment, so silence itself is evidence, for one-time buyers too.' },
    assumes: { zh: '“还在”时随机购买，寿命服从指数分布；购买频率与离开速度因人而异，互不相关，且不随时间改变。', en: 'Random buying while there, an exponential lifetime; rates of buying and leaving differ by person, are unrelated and do not change.' },
    fails: { zh: '与 BG/NBD 相同：固定周期、季节、增长、暂停。计算较慢。', en: 'As BG/NBD: regular rhythms, seasons, growth, pauses. Slower to compute.' },
    source: 'Schmittlein, D. C., Morrison, D. G., Colombo, R. (1987), Counting Your Customers: Who Are They and What Will They Do Next?, Management Science 33(1); Fader, P. S., Hardie, B. G. S. (2005), A Note on Deriving the Pareto/NBD Model, brucehardie.com/notes/009',
    checked: { zh: 'CDNOW 样本：.553 10.578 .606 11.669，对数似然 −9594.976；BTYD 教程第 1516 号客户：P(alive) .9979，52 周预计 25.456 次。', en: 'CDNOW sample: .553 10.578 .606 11.669, log-likelihood −9594.976; customer 1516 of the BTYD walkthrough: P(alive) .9979, 25.456 orders in 52 weeks.' }
  },
  gamma_gamma: {
    says: { zh: '客户每次购买预计花多少钱：本人的平均值，买得越少越向所有人的平均值靠拢。', en: 'What a customer can be expected to spend an order: his own mean, drawn towards everybody’s the fewer his orders.' },
    assumes: { zh: '花多少与买多勤无关；每个人的水平不随时间改变；金额都大于零。', en: 'That how much does not depend on how often; that a person’s level does not change; amounts above zero.' },
    fails: { zh: '频率与金额明显相关时（页面给出相关系数），以及有零元订单时：零金额在此模型中不可能。', en: 'Where frequency and amount are clearly correlated (the correlation is shown), and with orders of zero, which it calls impossible.' },
    source: 'Fader, P. S., Hardie, B. G. S. (2013), The Gamma-Gamma Model of Monetary Value, brucehardie.com/notes/025, equations 1a and 5',
    checked: { zh: 'CDNOW 样本中有回头购买的 946 人：p 6.250、q 3.744、γ 15.444，对数似然 −4055.918；总体均值 35.22 美元。', en: 'The 946 repeat buyers of the CDNOW sample: p 6.250, q 3.744, γ 15.444, log-likelihood −4055.918; everybody’s mean $35.22.' }
  },
  bg_bb: {
    says: { zh: '购买只发生在固定机会时（每年一次的募捐、每周一次的课）：今后若干次机会中预计参加几次。', en: 'Where buying happens at set opportunities (a yearly appeal, a weekly class): how many of the coming ones will be taken.' },
    assumes: { zh: '“还在”时每次机会以本人的概率购买，每次机会前以本人的概率离开；两者不变、互不相关。', en: 'While there a person takes each opportunity with a chance of his own, and leaves before each with another; both constant and unrelated.' },
    fails: { zh: '机会之间彼此影响（这次买了下次就不需要），或机会不是人人相同时。', en: 'Where opportunities depend on each other (bought now, not needed next time) or are not the same for all.' },
    source: 'Fader, P. S., Hardie, B. G. S., Shang, J. (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing Science 29(6), equations 5, 7, 11, 13',
    checked: { zh: '11,104 名捐款人：1.2035 .7497 .6567 2.7834，对数似然 −33225.58；E[X(10)] 3.1798。', en: '11,104 donors: 1.2035 .7497 .6567 2.7834, log-likelihood −33225.58; E[X(10)] 3.1798.' }
  },
  sbg: {
    says: { zh: '签约客户还会续约多少期：留存率为何越老越高，剩余时间值多少。', en: 'How many more periods customers under contract will renew, why retention rises with age, and what the rest is worth.' },
    assumes: { zh: '每个人每次到期以不变的概率离开，概率因人而异；容易离开的先走，所以整体留存率上升。', en: 'Each leaves at each renewal with an unchanging chance of his own; those quick to leave go first, so that retention rises although nobody changes.' },
    fails: { zh: '涨价、换服务等使个人的离开概率改变时；不同时间签约的人差别很大时。', en: 'Where prices or service change a person’s chance, and where cohorts differ.' },
    source: 'Fader, P. S., Hardie, B. G. S. (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1); (2010), Customer-Base Valuation in a Contractual Setting, Marketing Science 29(1)',
    checked: { zh: '普通客户 .7041 1.1820，高端客户 .6681 3.8061；只用前 7 年推算 12 年的留存；剩余寿命折现 7.530。', en: 'Regular customers .7041 1.1820, high end .6681 3.8061; twelve years projected from seven; discounted residual lifetime 7.530.' }
  },
  lifetime_value: {
    says: { zh: '今后各期预计购买次数 × 每次预计毛利，按折现率折成今天的钱再相加。区间来自自家的历史：用很久以前那天为止的数据学出的同类模型，其预计与此后实际消费相比，名次相近的客户中间 80% 花了预计的多少倍。', en: 'Expected orders of each coming period × expected margin an order, discounted to today and added up. Its interval comes from your own history: the same kind of model, taught as of a day long past, is held against what was spent since, and the interval is how many times the expected the middle 80 % of customers of about the same rank spent.' },
    assumes: { zh: '所用购买模型与消费模型的全部前提；毛利率与折现率不变。期限与折现率写在数字旁边。区间假定今后的日子与测过的那段一样，毛利率与折现按已知计。', en: 'All that the models of buying and spending assume, and that margin and discount rate stay. Horizon and rate stand beside the figure. The interval takes coming times to be like those measured, and margin and discount as known.' },
    fails: { zh: '单个客户的数字误差很大，加总后才稳定；期限越长越依赖模型。历史短于两个预测期加 60 天时没有区间；测过的天数少于价值的天数时，区间按倍数外推，页面写明测了几天。生意在增长或下滑时，区间包含的会少于 80%。', en: 'For one customer the error is large and only sums are steady; the longer the horizon the more is model and the less is data. With less history than two horizons and 60 days there is no interval; where fewer days were measured than the value has, the multiples are carried over, and the page says how many were. In a growing or shrinking business it holds less than 80 %.' },
    source: 'Fader, P. S., Hardie, B. G. S., Lee, K. L. (2005), RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing Research 42(4), equations 2 and 5; the interval: Lei, J., G’Sell, M., Rinaldo, A., Tibshirani, R. J., Wasserman, L. (2018), Distribution-Free Predictive Inference for Regression, JASA 113, section 2.2',
    checked: { zh: 'CDNOW 样本 12 个月、月折现 1%：前十名客户逐一核对，合计 71,509.90 美元；无限期折现剩余次数与数值积分一致。模拟中 80% 区间包含没有参与计算的人 80% 以上；Online Retail 截至 2011-04-30、其后 224 天：合计误差不到 25%，区间包含另一半客户的 80% 以上。', en: 'CDNOW sample, 12 months at 1 % a month: the first ten customers one by one, $71,509.90 in all; discounted residual transactions equal numerical integration. In simulations the 80 % interval holds more than 80 % of people it was not made from; Online Retail as of 2011-04-30 and the 224 days after: the sum within 25 %, more than 80 % of the other half of customers within the interval.' }
  }
} as const satisfies Readonly<Record<string, ModelText>>
