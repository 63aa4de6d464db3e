/** The roof: the list of capabilities, and the one process around them. Adding a capability is a line here. */
import { join, resolve } from 'node:path'
import { orderListener } from '#activity/orders/orders.union.ts'
import { orderTimeline } from '#activity/orders/orders.ts'
import { routes as orders } from '#activity/orders/orders.routes.ts'
import { routes as sample } from '#activity/sample/sample.routes.ts'
import { finishSample, loadJob, loadSample } from '#activity/sample/sample.ts'
import { eventsCapability } from '#activity/events/events.routes.ts'
import { record } from '#activity/events/events.ts'
import { routes as imports } from '#activity/imports/imports.routes.ts'
import { beginWith, importJobs } from '#activity/imports/imports.ts'
import { routes as identity } from '#customers/identity/identity.routes.ts'
import { identityKinds } from '#customers/identity/identity.ts'
import { recordCapability } from '#customers/record/record.routes.ts'
import { recordKinds } from '#customers/record/record.ts'
import { buildApp, type AppParts } from '#foundation/app.ts'
import { callerOf, configHelp, readConfig } from '#foundation/config.ts'
import type { Capability } from '#foundation/house.ts'
import { createLog } from '#foundation/log.ts'
import { openHouse, type Opened } from '#foundation/opening.ts'
import { Refusal } from '#foundation/refusal.ts'
import { versionOf } from '#foundation/version.ts'
import { say } from '#foundation/words.ts'
import { routes as liability } from '#evaluation/liability/liability.routes.ts'
import { jobs as liabilityJobs, keepSummed } from '#evaluation/liability/liability.ts'
import { routes as behaviour } from '#insights/behaviour/behaviour.routes.ts'
import { routes as cohorts } from '#insights/cohorts/cohorts.routes.ts'
import { routes as definitions } from '#insights/definitions/definitions.routes.ts'
import { routes as forecast } from '#insights/forecast/forecast.routes.ts'
import { jobs as forecastJobs } from '#insights/forecast/forecast.ts'
import { routes as lifecycle } from '#insights/lifecycle/lifecycle.routes.ts'
import { routes as prediction } from '#insights/prediction/prediction.routes.ts'
import { jobs as predictionJobs, keepPredicted } from '#insights/prediction/prediction.ts'
import { routes as rfm } from '#insights/rfm/rfm.routes.ts'
import { routes as warehouse } from '#insights/warehouse/warehouse.routes.ts'
import { jobs as warehouseJobs, keepFresh } from '#insights/warehouse/warehouse.ts'
import { earningConsequence } from '#loyalty/earning/earning.ts'
import { earningListener } from '#loyalty/earning/earning.listeners.ts'
import { jobs as earningJobs, keepFollowing } from '#loyalty/earning/earning.jobs.ts'
import { routes as earning } from '#loyalty/earning/earning.routes.ts'
import { routes as opening } from '#loyalty/opening/opening.routes.ts'
import { jobs as openingJobs } from '#loyalty/opening/opening.ts'
import { routes as adapters } from '#loyalty/adapters/adapters.routes.ts'
import { sweepJob, keepSwept } from '#loyalty/points/points.jobs.ts'
import { mergeListener } from '#loyalty/points/points.merge.ts'
import { routes as points } from '#loyalty/points/points.routes.ts'
import { pointsTimeline } from '#loyalty/points/points.timeline.ts'
import { pointsTraits } from '#loyalty/points/points.traits.ts'
import { pointsKinds } from '#loyalty/points/points.words.ts'
import { returnsCapability } from '#loyalty/returns/returns.routes.ts'
import { returnsKinds } from '#loyalty/returns/returns.words.ts'
import { routes as rewards } from '#loyalty/rewards/rewards.routes.ts'
import { rewardsConsequence, rewardsListener, sampleListener as rewardsSample } from '#loyalty/rewards/rewards.ts'
import { rewardsKinds } from '#loyalty/rewards/rewards.words.ts'
import { jobs as replayJobs } from '#loyalty/replay/replay.jobs.ts'
import { routes as replay } from '#loyalty/replay/replay.routes.ts'
import { jobs as tiersJobs, keepTiers } from '#loyalty/tiers/tiers.jobs.ts'
import { tiersListener } from '#loyalty/tiers/tiers.listeners.ts'
import { routes as tiers } from '#loyalty/tiers/tiers.routes.ts'
import { tiersKinds } from '#loyalty/tiers/tiers.words.ts'
import { routes as tills } from '#loyalty/tills/tills.routes.ts'
import { tillsConsequence } from '#loyalty/tills/tills.ts'
import { tillsKinds } from '#loyalty/tills/tills.words.ts'
import { keepSwept as keepVouchersSwept, voucherJobs } from '#loyalty/vouchers/vouchers.jobs.ts'
import { routes as vouchers } from '#loyalty/vouchers/vouchers.routes.ts'
import { vouchersKinds } from '#loyalty/vouchers/vouchers.words.ts'
import { sampleListener as voucherSample } from '#loyalty/vouchers/vouchers.sample.ts'
import { vouchersConsequence } from '#loyalty/vouchers/vouchers.ts'
import { routes as access } from '#settings/access/access.routes.ts'
import { authenticator, firstLink } from '#settings/access/access.ts'
import { routes as audit } from '#settings/audit/audit.routes.ts'
import { witness } from '#settings/audit/audit.ts'
import { routes as business } from '#settings/business/business.routes.ts'
import { routes as jobs } from '#settings/jobs/jobs.routes.ts'

export const capabilities: readonly Capability[] = [
  { room: 'settings', name: 'business', routes: business },
  { room: 'settings', name: 'access', routes: access },
  { room: 'settings', name: 'audit', routes: audit, witness },
  { room: 'settings', name: 'jobs', routes: jobs },
  { room: 'customers', name: 'identity', routes: identity },
  recordCapability(record, [pointsTraits]),
  eventsCapability({ kinds: [...recordKinds, ...identityKinds, ...pointsKinds, ...returnsKinds, ...rewardsKinds, ...tiersKinds, ...tillsKinds, ...vouchersKinds], sources: [orderTimeline, pointsTimeline] }),
  { room: 'activity', name: 'orders', routes: orders, listeners: [orderListener] },
  { room: 'activity', name: 'imports', routes: imports, jobs: importJobs },
  { room: 'activity', name: 'sample', routes: sample, jobs: [loadJob], begin: async (house) => { await finishSample(house) } },
  { room: 'insights', name: 'definitions', routes: definitions },
  { room: 'insights', name: 'warehouse', routes: warehouse, jobs: warehouseJobs, begin: keepFresh },
  { room: 'insights', name: 'rfm', routes: rfm },
  { room: 'insights', name: 'lifecycle', routes: lifecycle },
  { room: 'insights', name: 'cohorts', routes: cohorts },
  { room: 'insights', name: 'prediction', routes: prediction, jobs: predictionJobs, begin: keepPredicted },
  { room: 'insights', name: 'forecast', routes: forecast, jobs: forecastJobs },
  { room: 'insights', name: 'behaviour', routes: behaviour },
  { room: 'loyalty', name: 'points', routes: points, listeners: [mergeListener], jobs: [sweepJob], begin: keepSwept },
  { room: 'loyalty', name: 'rewards', routes: rewards, listeners: [rewardsListener, rewardsSample] },
  { room: 'loyalty', name: 'earning', routes: earning, listeners: [earningListener], jobs: earningJobs, begin: keepFollowing },
  { room: 'loyalty', name: 'tills', routes: tills },
  { room: 'loyalty', name: 'adapters', routes: adapters },
  { room: 'loyalty', name: 'vouchers', routes: vouchers, jobs: voucherJobs, listeners: [voucherSample], begin: keepVouchersSwept },
  // Behind whoever hears sales: a sale whose return came first earns before it is taken back.
  // Points that paid go back first, so that what the sale earned is taken from them and not left owed.
  returnsCapability([tillsConsequence, earningConsequence, rewardsConsequence, vouchersConsequence]),
  { room: 'loyalty', name: 'replay', routes: replay, jobs: replayJobs },
  // Last of those that hear of orders in loyalty: what the others book of an order counts towards its tier.
  { room: 'loyalty', name: 'tiers', routes: tiers, listeners: [tiersListener], jobs: tiersJobs, begin: keepTiers },
  { room: 'loyalty', name: 'opening', routes: opening, jobs: openingJobs },
  { room: 'evaluation', name: 'liability', routes: liability, jobs: liabilityJobs, begin: keepSummed }
]

const root = join(import.meta.dirname, '..')

/** What the application is built from, beside the house. */
export const appParts = (): Omit<AppParts, 'authenticate'> => ({
  capabilities,
  consoleDir: join(root, 'dist', 'console'),
  version: versionOf()
})

const help = `Changke 常客 — npm start -- [--sample | --sample=FILE]

  --sample         装入一个虚构的零售连锁（两年、2 万会员） · load a made-up retail chain (two years, 20,000 members)
  --sample=FILE    装入你自己的订单文件（CSV、XLSX） · load an order file of your own (CSV, XLSX)
  --help           显示这些说明 · show this

环境变量 · environment variables:
${configHelp()}
`

/** Runs until SIGTERM or Ctrl-C. */
async function main(words: readonly string[]): Promise<void> {
  const unknown = words.find((word) => word !== '--sample' && !word.startsWith('--sample=') && word !== '--help')
  if (unknown !== undefined) {
    throw new Refusal('start.unknown_word', 400, { zh: '不认识“{word}”。npm start -- --help 列出全部。', en: '"{word}" is not known. npm start -- --help lists everything.' }, { word: unknown })
  }
  if (words.includes('--help')) { process.stdout.write(help); return }
  const config = readConfig()
  // What we write (warehouse, uploads, logs) is for this account alone.
  process.umask(0o077)
  const log = createLog(config.logLevel)
  const ended = endRequested()
  const opened = await openHouse({ config, log, capabilities })
  try {
    await load(opened, words, ended)
    await serve(opened, ended)
  } finally {
    await opened.close()
  }
}

/** What was asked for on the first start; a signal meanwhile ends it, and it is done at the next start. */
async function load({ house }: Opened, words: readonly string[], ended: Promise<void>): Promise<void> {
  const file = words.find((word) => word.startsWith('--sample='))?.slice('--sample='.length)
  const stop = new AbortController()
  void ended.then(() => stop.abort())
  // Nothing is said at later starts, when there is nothing to load.
  const notice = setTimeout(() => {
    process.stdout.write(file === undefined ? '  正在装入虚构数据（仅此一次，约十秒） · Loading the made-up chain (once, about ten seconds)\n' : `  正在导入 · Importing ${file}\n`)
  }, 300)
  const onProgress = (rows: number, of: number): void => {
    if (process.stdout.isTTY) process.stdout.write(`\r  ${Math.floor(100 * rows / Math.max(1, of))} %${rows >= of ? '\n' : ''}`)
  }
  try {
    if (file !== undefined) await beginWith(house, { path: resolve(callerOf().folder, file), actor: 'start', signal: stop.signal, onProgress })
    else if (words.includes('--sample')) await loadSample(house, { signal: stop.signal })
  } catch (error) {
    if (!stop.signal.aborted) throw error
  } finally {
    clearTimeout(notice)
  }
}

async function serve({ house }: Opened, ended: Promise<void>): Promise<void> {
  const app = await buildApp(house, { ...appParts(), authenticate: authenticator(house) })
  await app.listen({ port: house.config.port, host: house.config.host })
  process.stdout.write(`\n  常客 Changke  ${house.config.publicUrl}\n\n`)
  const link = await firstLink(house)
  if (link !== undefined) process.stdout.write(`  首次设置，仅能打开一次 · set up the owner, once:\n  ${link}\n\n`)
  await ended
  await app.close()
}

const endRequested = (): Promise<void> => new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
})

// scripts/start.mjs loads this file into its own process where that already is the right Node.
if (import.meta.main || process.argv[1] === import.meta.filename) {
  try {
    await main(process.argv.slice(2))
  } catch (error) {
    const text = error instanceof Refusal ? `${say(error.sentence, 'zh-CN', error.detail)}\n${say(error.sentence, 'en', error.detail)}\n` : `${error instanceof Error ? error.stack : String(error)}\n`
    process.stderr.write(text)
    process.exitCode = 1
  }
}
