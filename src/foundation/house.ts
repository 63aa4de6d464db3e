/** What every capability is given, and what it gives: the whole of the wiring, as plain data. */
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db, Pool, Trx } from './db.ts'
import type { Engine } from './engine.ts'
import type { Actor, Routes } from './http.ts'
import type { Log } from './log.ts'
import type { Queue, Job } from './queue.ts'

export type Room = 'settings' | 'customers' | 'activity' | 'insights' | 'decisions' | 'loyalty' | 'care' | 'service' | 'evaluation'

/** Something that happened, as it stands in the log. The body is plain JSON. */
export interface Event {
  readonly eventId: string
  readonly customerId: string
  readonly kind: string
  readonly at: Date
  readonly actor: string
  readonly source: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Runs inside the transaction that records the events: they are committed with what it writes, or neither is. */
export interface Listener {
  readonly capability: string
  readonly kinds: readonly string[]
  /** All events of its kinds that were recorded at once, in the order of the record: a batch costs a listener a few statements, not a few an event. */
  readonly hear: (trx: Trx, events: readonly Event[], hearing: Hearing) => Promise<void>
}

/** What a listener records in its turn is heard by the same listeners. */
export interface Hearing { readonly now: Date, readonly listeners: readonly Listener[] }

export interface House {
  readonly config: Config
  readonly pool: Pool
  /** A few connections for what is asked in groups: the same statements again and again, which the processes behind them keep at hand. */
  readonly batches: Pool
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly queue: Queue
  readonly listeners: readonly Listener[]
  /** Analytical SQL over `warehouse.*`. */
  readonly engine: Engine
}

/** A write that succeeded, as the one who keeps the books sees it. Bodies are left out: they may hold what nobody else should read. */
export interface Deed {
  readonly actor: Pick<Actor, 'userId' | 'name' | 'role'>
  readonly right: string
  readonly method: string
  /** The pattern, `/api/jobs/:id/retry`, and the address itself. */
  readonly route: string
  readonly target: string
  readonly summary: string
  readonly address: string
}

export interface Capability {
  readonly name: string
  readonly room: Room
  readonly routes?: Routes
  readonly jobs?: readonly Job[]
  readonly listeners?: readonly Listener[]
  /** Runs inside the transaction of every write, or of every group of them: a deed is noted exactly if it is done. */
  readonly witness?: (trx: Trx, deeds: readonly Deed[], now: Date) => Promise<void>
  /** Runs once the record is ready and before the door opens; must be quick and idempotent. */
  readonly begin?: (house: House) => Promise<void>
}

