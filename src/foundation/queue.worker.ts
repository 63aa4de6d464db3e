/** Takes runs from the queue and works on them, a few at a time, until it is told to stop. */
import type { House } from './house.ts'
import type { Log } from './log.ts'
import type { Switchboard } from './queue.notify.ts'
import { verdictOn } from './queue.rules.ts'
import * as sql from './queue.sql.ts'
import type { Job } from './queue.ts'
import type { Told } from './runs.ts'

export interface Worker { readonly stop: () => Promise<void> }
export interface WorkerParts { readonly house: House, readonly log: Log, readonly byName: ReadonlyMap<string, Job>, readonly switchboard: Switchboard }

interface Underway { readonly id: string, readonly controller: AbortController, readonly end: Promise<void> }

const slots = 6
const leaseSeconds = 60
const beatMs = 5_000
const pollMs = 2_000
const flushMs = 400
const patienceMs = 10_000

export async function startWorker({ house, log, byName, switchboard }: WorkerParts): Promise<Worker> {
  const { db } = house
  const { worker } = switchboard
  const names = [...byName.keys()]
  const widths = [...byName.values()].map((job) => job.width ?? 1)
  const underway = new Map<string, Underway>()
  let stopping = false
  let looking: Promise<void> | undefined
  let lookAgain = false
  let timer: NodeJS.Timeout | undefined

  const look = (): void => {
    if (stopping) return
    if (looking) { lookAgain = true; return }
    looking = takeAll().catch((error: unknown) => { log.warn('the queue could not be read', { error }); return pollMs })
      .then((ms) => {
        looking = undefined
        if (stopping) return
        if (lookAgain) { lookAgain = false; look(); return }
        clearTimeout(timer)
        timer = setTimeout(look, ms)
      })
  }
  /** Takes what is due while there is room; answers when to look again. */
  const takeAll = async (): Promise<number> => {
    while (!stopping && switchboard.alive() && underway.size < slots) {
      const claimed = await sql.claimRun(db, worker, names, widths, leaseSeconds)
      if (!claimed) break
      begin(claimed)
    }
    return Math.max(10, Math.min(pollMs, await sql.nextDueMs(db) ?? pollMs))
  }
  const begin = (claimed: sql.Claimed): void => {
    const controller = new AbortController()
    const end = perform(house, log, byName, claimed, controller.signal).catch((error: unknown) => log.error('a run could not be closed', { run: claimed.run_id, error }))
      .finally(() => { underway.delete(claimed.claim); look() })
    underway.set(claimed.claim, { id: claimed.run_id, controller, end })
  }
  /** Keeps the leases, stops what was cancelled or taken away, and takes up what dead processes left. */
  const beat = async (): Promise<void> => {
    if (!switchboard.alive()) return
    const before = [...underway.keys()]
    if (before.length > 0) {
      const held = new Map((await sql.renewLeases(db, worker, leaseSeconds)).map((one) => [one.claim, one.cancel]))
      for (const claim of before) if (held.get(claim) !== false) underway.get(claim)?.controller.abort(new Error('the run was cancelled or taken over'))
    }
    if (await sql.takeUpAbandoned(db) > 0) look()
  }
  const beatSafely = (): Promise<void> => beat().catch((error: unknown) => log.warn('the queue could not keep its leases', { error }))

  switchboard.listen('changke_work', look)
  switchboard.listen('changke_cancel', (id) => {
    for (const run of underway.values()) if (run.id === id) run.controller.abort(new Error('the run was cancelled'))
  })
  switchboard.onConnect(() => { void beatSafely(); look() })
  await beatSafely()
  await sql.forgetOld(db)
  const pulse = setInterval(() => { void beatSafely() }, beatMs)
  look()
  return {
    stop: async () => {
      stopping = true
      clearInterval(pulse)
      clearTimeout(timer)
      await looking
      const left = [...underway]
      for (const [, run] of left) run.controller.abort(new Error('the process is ending'))
      await Promise.race([Promise.allSettled(left.map(([, run]) => run.end)), new Promise((resolve) => { setTimeout(resolve, patienceMs).unref() })])
      for (const claim of underway.keys()) await sql.releaseRun(db, claim)
    }
  }
}

async function perform(house: House, log: Log, byName: ReadonlyMap<string, Job>, claimed: sql.Claimed, signal: AbortSignal): Promise<void> {
  const { run_id: id, claim, attempt, name, data } = claimed
  const { db } = house
  const job = byName.get(name)
  if (!job) return sql.releaseRun(db, claim)
  const progress = noteProgress((done, total, told) => sql.saveProgress(db, claim, done, total, told))
  try {
    await job.run(house, data, { id, attempt, signal, report: (done, total, sentence, values = {}) => progress.note(done, total, { ...sentence, values }) })
    await progress.flush()
    // A job that returns after the signal may have stopped half way: running it once more is harmless, losing it is not.
    await (signal.aborted ? sql.releaseRun(db, claim) : sql.endRun(db, claim, 'done', undefined))
  } catch (error) {
    await progress.flush()
    if (signal.aborted) return sql.releaseRun(db, claim)
    const verdict = verdictOn(error, attempt, job.retries)
    if (verdict.problem.error !== undefined) log.error('a job failed', { name, run: id, attempt, again: verdict.kind === 'again', error })
    await (verdict.kind === 'again' ? sql.retryLater(db, claim, verdict.problem, verdict.seconds) : sql.endRun(db, claim, 'failed', verdict.problem))
  }
}

/** Writes the latest progress at most every `flushMs`, however often it is noted. */
function noteProgress(save: (done: number, total: number | undefined, sentence: Told) => Promise<void>) {
  let latest: readonly [number, number | undefined, Told] | undefined
  let timer: NodeJS.Timeout | undefined
  let saving = Promise.resolve()
  const write = (): void => {
    timer = undefined
    const one = latest
    latest = undefined
    if (one) saving = saving.then(() => save(...one)).catch(() => undefined)
  }
  return {
    note: (done: number, total: number | undefined, sentence: Told): void => {
      latest = [done, total, sentence]
      timer ??= setTimeout(write, flushMs)
    },
    flush: async (): Promise<void> => { clearTimeout(timer); write(); await saving }
  }
}
