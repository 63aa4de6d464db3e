import { createRoot } from 'react-dom/client'
import { importsPageWords } from './activity/imports/imports.page.words.ts'
import { ordersPageWords } from './activity/orders/orders.page.words.ts'
import { fieldsPageWords } from './customers/record/record.fields.words.ts'
import { recordPageWords } from './customers/record/record.page.words.ts'
import { liabilityPageWords } from './evaluation/liability/liability.page.words.ts'
import { behaviourPageWords } from './insights/behaviour/behaviour.page.words.ts'
import { cohortsPageWords } from './insights/cohorts/cohorts.page.words.ts'
import { forecastPageWords } from './insights/forecast/forecast.page.words.ts'
import { lifecyclePageWords } from './insights/lifecycle/lifecycle.page.words.ts'
import { predictionPageWords } from './insights/prediction/prediction.page.words.ts'
import { rfmPageWords } from './insights/rfm/rfm.page.words.ts'
import { vouchersPageWords } from './loyalty/vouchers/vouchers.page.words.ts'
import { openingPageWords } from './loyalty/opening/opening.page.words.ts'
import { returnsPageWords } from './loyalty/returns/returns.page.words.ts'
import { tillsPageWords } from './loyalty/tills/tills.page.words.ts'
import { replayPageWords } from './loyalty/replay/replay.page.words.ts'
import { tiersPageWords } from './loyalty/tiers/tiers.page.words.ts'
import { partnersPageWords } from './loyalty/points/points.partners.words.ts'
import { policyPageWords } from './loyalty/points/points.policy.words.ts'
import { earningPageWords } from './loyalty/earning/earning.page.words.ts'
import { whyWords } from './loyalty/earning/earning.why.words.ts'
import { rewardsPageWords } from './loyalty/rewards/rewards.page.words.ts'
import { overviewWords } from './overview/overview.words.ts'
import { accessPageWords, accountPageWords } from './settings/access/access.page.words.ts'
import { auditPageWords } from './settings/audit/audit.page.words.ts'
import { businessPageWords } from './settings/business/business.page.words.ts'
import { jobsPageWords } from './settings/jobs/jobs.page.words.ts'
import { Entrance } from './web/entrance.tsx'
import type { ActionDef, PageDef } from './web/page.ts'

/** The pages of the console, in the order of the navigation. One line a page; its code is loaded when it is opened. */
const pages: readonly PageDef[] = [
  { path: '/', room: 'overview', title: overviewWords.title, right: 'lifecycle.read', load: async () => (await import('./overview/overview.page.tsx')).OverviewPage, finds: 'zonglan zl home' },
  { path: '/customers', room: 'customers', title: recordPageWords.title, right: 'record.read', load: async () => (await import('./customers/record/record.page.tsx')).CustomersPage, finds: 'kehu kh mingdan huiyuan members people' },
  { path: '/customers/$customerId', room: 'customers', title: recordPageWords.customer, right: 'record.read', load: async () => (await import('./customer.tsx')).CustomerPage },
  { path: '/fields', room: 'customers', title: fieldsPageWords.title, right: 'record.define', load: async () => (await import('./customers/record/record.fields.page.tsx')).FieldsPage, finds: 'zidingyi ziduan zdy custom fields' },
  { path: '/orders', room: 'activity', title: ordersPageWords.title, right: 'orders.read', load: async () => (await import('./activity/orders/orders.page.tsx')).OrdersPage, finds: 'dingdan dd xiaoshou tuihuo sales returns' },
  { path: '/imports', room: 'activity', title: importsPageWords.title, right: 'imports.read', load: async () => (await import('./activity/imports/imports.page.tsx')).ImportsPage, finds: 'daoru dr shangchuan wenjian upload csv excel file' },
  { path: '/imports/$importId', room: 'activity', title: importsPageWords.one, right: 'imports.read', load: async () => (await import('./activity/imports/imports.one.page.tsx')).OneImportPage },
  { path: '/lifecycle', room: 'insights', title: lifecyclePageWords.title, right: 'lifecycle.read', load: async () => (await import('./insights/lifecycle/lifecycle.page.tsx')).LifecyclePage, finds: 'liushi ls shengmingzhouqi churn lapse at risk' },
  { path: '/prediction', room: 'insights', title: predictionPageWords.title, right: 'prediction.read', load: async () => (await import('./insights/prediction/prediction.page.tsx')).PredictionPage, finds: 'yuce yc clv jiazhi prediction churn score value' },
  { path: '/rfm', room: 'insights', title: rfmPageWords.title, right: 'rfm.read', load: async () => (await import('./insights/rfm/rfm.page.tsx')).RfmPage, finds: 'rfm fenceng segments champions' },
  { path: '/cohorts', room: 'insights', title: cohortsPageWords.title, right: 'cohorts.read', load: async () => (await import('./insights/cohorts/cohorts.page.tsx')).CohortsPage, finds: 'tongqiqun tqq liucun retention' },
  { path: '/behaviour', room: 'insights', title: behaviourPageWords.title, right: 'behaviour.read', load: async () => (await import('./insights/behaviour/behaviour.page.tsx')).BehaviourPage, finds: 'goumai xingwei gmxw pinlv pianhao lianguan frequency basket price promotion' },
  { path: '/forecast', room: 'insights', title: forecastPageWords.title, right: 'forecast.read', load: async () => (await import('./insights/forecast/forecast.page.tsx')).ForecastPage, finds: 'yuce xiaoshou yc forecast sales next holidays promotion' },
  { path: '/tills', room: 'loyalty', title: tillsPageWords.title, right: 'tills.write', load: async () => (await import('./loyalty/tills/tills.page.tsx')).TillPage, finds: 'shouyintai syt pos till checkout cashier' },
  { path: '/returns', room: 'loyalty', title: returnsPageWords.title, right: 'returns.read', load: async () => (await import('./loyalty/returns/returns.page.tsx')).ReturnsPage, finds: 'tuihuo th tuikuan refund return' },
  { path: '/liability', room: 'evaluation', title: liabilityPageWords.title, right: 'liability.read', load: async () => (await import('./evaluation/liability/liability.page.tsx')).LiabilityPage, finds: 'jifen fuzhai jffz breakage liability points owe expiry' },
  { path: '/earning', room: 'loyalty', title: earningPageWords.title, right: 'earning.read', load: async () => (await import('./loyalty/earning/earning.page.tsx')).EarningPage, finds: 'jifen guize jfgz points rules programme campaign' },
  { path: '/points', room: 'loyalty', title: policyPageWords.title, right: 'points.read', load: async () => (await import('./loyalty/points/points.policy.page.tsx')).PolicyPage, finds: 'jifen zhidu jfzd youxiaoqi guoqi guanzhang points policy expiry close month approve' },
  { path: '/partners', room: 'loyalty', title: partnersPageWords.title, right: 'points.read', load: async () => (await import('./loyalty/points/points.partners.page.tsx')).PartnersPage, finds: 'lianmeng huoban lmhb hezuo hzhb duizhang jiesuan partner alliance coalition settlement statement' },
  { path: '/tiers', room: 'loyalty', title: tiersPageWords.title, right: 'tiers.read', load: async () => (await import('./loyalty/tiers/tiers.page.tsx')).TiersPage, finds: 'dengji huiyuan dj baoji shengji jinka tiers levels gold ladder' },
  { path: '/vouchers', room: 'loyalty', title: vouchersPageWords.title, right: 'vouchers.read', load: async () => (await import('./loyalty/vouchers/vouchers.page.tsx')).VouchersPage, finds: 'kaquan kq youhuiquan yhq daijinquan coupon code discount' },
  { path: '/vouchers/$templateId', room: 'loyalty', title: vouchersPageWords.one, right: 'vouchers.read', load: async () => (await import('./loyalty/vouchers/vouchers.template.page.tsx')).TemplatePage },
  { path: '/rewards', room: 'loyalty', title: rewardsPageWords.title, right: 'rewards.read', load: async () => (await import('./loyalty/rewards/rewards.page.tsx')).RewardsPage, finds: 'lipin quanyi lp qy duihuan yinhua youhui rewards catalogue stamps offers' },
  { path: '/replay', room: 'loyalty', title: replayPageWords.title, right: 'replay.read', load: async () => (await import('./loyalty/replay/replay.page.tsx')).ReplayPage, finds: 'fangan huifang hf replay what if programme' },
  { path: '/replay/$runId', room: 'loyalty', title: replayPageWords.one, right: 'replay.read', load: async () => (await import('./loyalty/replay/replay.one.page.tsx')).OneReplayPage },
  { path: '/opening', room: 'loyalty', title: openingPageWords.title, right: 'opening.read', load: async () => (await import('./loyalty/opening/opening.page.tsx')).OpeningPage, finds: 'qichu yue zhuanru qc opening balances migrate import points' },
  { path: '/opening/$openingId', room: 'loyalty', title: openingPageWords.one, right: 'opening.read', load: async () => (await import('./loyalty/opening/opening.one.page.tsx')).OneOpeningPage },
  { path: '/customers/$customerId/points', room: 'loyalty', title: whyWords.title, right: 'points.read', load: async () => (await import('./loyalty/earning/earning.why.page.tsx')).WhyPage },
  { path: '/business', room: 'settings', title: businessPageWords.title, right: 'business.read', load: async () => (await import('./settings/business/business.page.tsx')).BusinessPage, finds: 'shezhi sz qiye settings zone currency stores' },
  { path: '/access', room: 'settings', title: accessPageWords.title, right: 'access.read', load: async () => (await import('./settings/access/access.page.tsx')).AccessPage, finds: 'yonghu yh quanxian miyao users roles keys invite' },
  { path: '/jobs', room: 'settings', title: jobsPageWords.title, right: 'jobs.read', load: async () => (await import('./settings/jobs/jobs.page.tsx')).JobsPage, finds: 'houtai renwu ht rw queue failed' },
  { path: '/audit', room: 'settings', title: auditPageWords.title, right: 'audit.read', load: async () => (await import('./settings/audit/audit.page.tsx')).AuditPage, finds: 'caozuo jilu cz jl log who' },
  { path: '/account', room: 'settings', title: accountPageWords.title, right: 'access.self', load: async () => (await import('./settings/access/account.page.tsx')).AccountPage, finds: 'zhanghao mima zh mm password language' }
]

/** What the command box offers besides pages. */
const actions: readonly ActionDef[] = []

const place = document.getElementById('console')
if (place !== null) createRoot(place).render(<Entrance pages={pages} actions={actions} />)
