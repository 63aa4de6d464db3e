/**
 * One connection that listens: for new work, for cancellations, for changes of runs. It also holds the lock by which other processes know that this one
 * lives; PostgreSQL frees it the moment the process dies, however it dies.
 */
import { randomInt } from 'node:crypto'
import pg from 'pg'
import type { Log } from './log.ts'
import { workerClass } from './queue.sql.ts'

export type Hear = (payload: string) => void

export interface Switchboard {
  /** The number under which this process is known to the others. */
  readonly worker: number
  readonly connect: () => Promise<void>
  /** Whether the connection stands and the lock is ours. */
  readonly alive: () => boolean
  readonly listen: (channel: string, hear: Hear) => () => void
  /** Called after every (re)connection: notifications may have been missed. */
  readonly onConnect: (connected: () => void) => void
  readonly close: () => Promise<void>
}

const channels = ['changke_work', 'changke_run', 'changke_cancel'] as const
const reconnectMs = 500

export function openSwitchboard(url: string, log: Log): Switchboard {
  const worker = randomInt(1, 2 ** 31 - 1)
  const ears = new Map<string, Set<Hear>>()
  let client: pg.Client | undefined
  let locked = false
  let closed = false
  let connected = (): void => undefined
  let timer: NodeJS.Timeout | undefined

  const lost = (gone: pg.Client): void => {
    if (client !== gone) return
    client = undefined
    locked = false
    if (!closed) timer = setTimeout(() => { void again() }, reconnectMs)
  }
  const again = async (): Promise<void> => {
    try { await connect() } catch (error) {
      log.warn('the queue cannot reach the database and tries again', { error })
      if (!closed) timer = setTimeout(() => { void again() }, 4 * reconnectMs)
    }
  }
  const connect = async (): Promise<void> => {
    if (closed) return
    const next = new pg.Client({ connectionString: url, application_name: 'changke queue', keepAlive: true })
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    next.on('notification', ({ channel, payload = '' }) => { for (const hear of ears.get(channel) ?? []) hear(payload) })
    await next.connect()
    client = next
    for (const channel of channels) await next.query(`listen ${channel}`)
    // An earlier connection of ours that the server has not given up yet may still hold it: that says "alive" just as well.
    await next.query('select pg_try_advisory_lock($1::int, $2::int)', [workerClass, worker])
    locked = true
    connected()
  }
  return {
    worker, connect,
    alive: () => locked,
    listen: (channel, hear) => {
      const set = ears.get(channel) ?? new Set()
      ears.set(channel, set.add(hear))
      return () => { set.delete(hear) }
    },
    onConnect: (heard) => { connected = heard },
    close: async () => {
      closed = true
      clearTimeout(timer)
      const last = client
      client = undefined
      await last?.end().catch(() => undefined)
    }
  }
}
