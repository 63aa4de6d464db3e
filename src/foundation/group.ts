/**
 * Requests that come at once share one transaction and one commit. Each keeps an outcome of its own: an answer or a refusal, bound to its Idempotency-Key in
 * that same transaction, and each waits for the commit. A batch that meets a deadlock or a lost connection is asked again under the same keys, so that
 * nothing is lost or done twice; one that fails otherwise is taken apart, so that nobody pays for a neighbour.
 */
import { DatabaseError } from 'pg'
import { isPassing, Overtaken, persistently, unsettled } from './again.ts'
import { openLane, transact, type Lane, type Pool, type Trx } from './db.ts'
import type { Clock } from './clock.ts'
import type { Deed } from './house.ts'
import { findOutcomes, keepOutcomes, keepRefusal, keyText, type Claim, type Outcome } from './idempotency.ts'
import { Refusal } from './refusal.ts'

/** One outcome each, in their order. `written`: writes that are under way still, no answer to which can change an outcome: they are carried out or they fail. */
export interface Decided<A> { readonly outcomes: readonly Outcome<A>[], readonly written?: Promise<unknown> | undefined }

/**
 * Decides all of them and writes what was accepted. What is refused must leave nothing. The first time it need lock nothing of which a statement fails where it
 * has changed by the time at which it is written: whatever the database refuses then is asked again (`isAgain`), and not so boldly.
 */
export type GroupWork<I, A> = (trx: Trx, inputs: readonly I[], now: Date, isAgain: boolean) => Promise<Decided<A>>

/** Whose request it is, what is noted of it when it succeeds, and how. */
export interface Asking { readonly claim: Claim, readonly deed: Deed, readonly attest: (trx: Trx, deeds: readonly Deed[], now: Date) => Promise<void> }

export interface Group<I, A> { readonly join: (input: I, asking: Asking) => Promise<A> }

interface Asked<I, A> extends Asking { readonly key: string, readonly input: I, readonly done: (outcome: Outcome<A>) => void, readonly fail: (error: unknown) => void }

export interface GroupOptions {
  /** Batches at once: while one is decided here, another is written there. */
  readonly width?: number
  /** So long a batch that is not full waits for the one under way, which is as long as that usually takes: fewer and fuller batches cost less. One that hangs (on a lock of another process) is overtaken. */
  readonly patienceMs?: number
  readonly most?: number
}

/** Full enough to leave behind one that is being written: this part of all who ask. More and smaller batches would overlap better and cost what they win. */
const fullPart = 0.4
/** How slowly it is forgotten how many those are, from one batch to the next. */
const fading = 0.98

export function openGroup<I, A>({ batches: pool, clock }: { readonly batches: Pool, readonly clock: Clock }, work: GroupWork<I, A>, { width = 2, most = 256, patienceMs = 10 }: GroupOptions = {}): Group<I, A> {
  const waiting: Asked<I, A>[] = []
  const underWay = new Set<string>()
  let running = 0
  let started = 0
  let bell: NodeJS.Timeout | undefined
  let isCalled = false
  const lane = openLane(pool)
  /** Batches whose last statements have not left yet. */
  let deciding = 0
  /** How many ask at the same time. */
  let crowd = 0

  /** The next batch, without a key that is under way already: it waits for its outcome. */
  const nextBatch = (): Asked<I, A>[] => {
    const batch: Asked<I, A>[] = []
    const left: Asked<I, A>[] = []
    for (const asked of waiting) {
      if (batch.length === most || underWay.has(asked.key)) { left.push(asked); continue }
      underWay.add(asked.key)
      batch.push(asked)
    }
    waiting.splice(0, waiting.length, ...left)
    return batch
  }
  const start = (): void => {
    while (running < width && waiting.length > 0) {
      crowd = Math.max(underWay.size + waiting.length, crowd * fading)
      const isNext = running === 0 || (deciding === 0 && waiting.length >= Math.min(most, crowd * fullPart))
      const left = isNext ? 0 : started + patienceMs - performance.now()
      if (left > 0) {
        bell ??= setTimeout(() => { bell = undefined; start() }, left)
        return
      }
      const batch = nextBatch()
      if (batch.length === 0) return
      running += 1
      started = performance.now()
      // Behind one that is being written on its connection; beside one that hangs on another.
      const run = deciding === 0 ? lane.run : openLane(pool).run
      deciding += 1
      let isDeciding = true
      const decided = (): void => {
        if (isDeciding) deciding -= 1
        isDeciding = false
      }
      void settle({ pool, clock, work, run, sent: () => { decided(); start() } }, batch).then((answers) => {
        decided()
        for (const { key } of batch) underWay.delete(key)
        running -= 1
        start()
        // Told when the next batch has left: the database need not wait for the answers of this one to be written.
        setImmediate(() => { for (const tell of answers) tell() })
      })
    }
  }
  return {
    join: (input, asking) => new Promise<A>((resolve, reject) => {
      waiting.push({ key: keyText(asking.claim), input, ...asking, done: (outcome) => { if ('refusal' in outcome) reject(outcome.refusal); else resolve(outcome.answer) }, fail: reject })
      if (isCalled || running === width) return
      // Whoever comes in the same breath comes along.
      isCalled = true
      setImmediate(() => { isCalled = false; start() })
    })
  }
}

/** `run`: on which connection it is tried first; `sent` hears that its last statements leave now. */
interface Settling<I, A> { readonly pool: Pool, readonly clock: Clock, readonly work: GroupWork<I, A>, readonly run: Lane['run'], readonly sent: () => void }

/** Never throws: tells every one of the batch what became of it, when that is asked for. */
async function settle<I, A>(settling: Settling<I, A>, batch: readonly Asked<I, A>[]): Promise<readonly (() => void)[]> {
  const { pool, clock, work, run, sent } = settling
  try {
    const outcomes = await persistently(async (attempt) => {
      const now = clock()
      const isAgain = attempt > 1
      const runs = isAgain ? openLane(pool).run : run
      try {
        return await runs((trx, finish) => inOne(trx, () => { finish(); sent() }, work, batch, now, isAgain))
      } catch (error) {
        throw isAgain || isPassing(error) || !(error instanceof DatabaseError) ? error : new Overtaken(error.message, { cause: error })
      }
    })
    return batch.map((asked, at) => () => { asked.done(outcomes[at] ?? { refusal: unsettled() }) })
  } catch (error) {
    const answers: (() => void)[] = []
    for (const one of batch) {
      if (batch.length > 1 && !isPassing(error)) answers.push(...await settle({ ...settling, run: openLane(pool).run }, [one]))
      else if (error instanceof Refusal) answers.push(await refuse(pool, one, error, clock()))
      else answers.push(() => { one.fail(isPassing(error) ? unsettled() : error) })
    }
    return answers
  }
}

/** Few keys come twice: at first none is looked up, and where one was bound already the transaction fails on it and is taken again with a look. */
async function inOne<I, A>(trx: Trx, finish: () => void, work: GroupWork<I, A>, batch: readonly Asked<I, A>[], now: Date, isAgain: boolean): Promise<readonly Outcome<A>[]> {
  const earlier = isAgain ? await findOutcomes<A>(trx, batch.map(({ claim }) => claim)) : new Map<string, Outcome<A>>()
  const fresh = batch.filter(({ key }) => !earlier.has(key))
  const { outcomes, written }: Decided<A> = fresh.length === 0 ? { outcomes: [] } : await work(trx, fresh.map(({ input }) => input), now, isAgain)
  if (outcomes.length !== fresh.length) throw new Error(`${fresh.length} were asked, ${outcomes.length} answered`)
  const kept = fresh.map((asked, at) => ({ asked, outcome: outcomes[at] ?? { refusal: unsettled() } }))
  const attests = Map.groupBy(kept.filter(({ outcome }) => 'answer' in outcome).map(({ asked }) => asked), ({ attest }) => attest)
  const last = Promise.all([
    written, keepOutcomes(trx, kept.map(({ asked: { claim }, outcome }) => ({ claim, outcome })), now),
    ...[...attests].map(([attest, those]) => attest(trx, those.map(({ deed }) => deed), now))
  ])
  finish()
  await last
  const all = new Map([...earlier, ...kept.map(({ asked: { key }, outcome }) => [key, outcome] as const)])
  return batch.map(({ key }) => all.get(key) ?? { refusal: unsettled() })
}

/** A refusal that ended the transaction (a listener's, say) is bound to the key like any other. */
async function refuse<I, A>(pool: Pool, { claim, done, fail }: Asked<I, A>, refusal: Refusal, now: Date): Promise<() => void> {
  try {
    const outcome = await transact(pool, (trx) => keepRefusal<A>(trx, claim, refusal, now))
    return () => { done(outcome) }
  } catch (error) {
    return () => { fail(isPassing(error) ? unsettled() : error) }
  }
}
