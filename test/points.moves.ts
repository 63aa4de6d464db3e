/** What moves between wallets, closed months and approvals: random requests, and what the answers make the test itself expect of the journal. */
import { startOf } from '#foundation/zone.ts'
import { unknown, type World } from './points.commands.ts'

export interface Call { readonly key: string, readonly path: string, readonly body: object, readonly user?: string }
/** What is asked, and what is kept of a yes. */
export interface Move { readonly call: Call, readonly learn: (answer: Answered) => void }
interface Answered { readonly linkId?: string, readonly taken?: string, readonly got?: string, readonly poolId?: string, readonly mergeId?: string, readonly rateId?: string, readonly approvalId?: string, readonly month?: string }

/** `out` left a wallet and `came` into another; null: by a rule of shares, the same on both sides. */
export interface Link { readonly kind: 'transfer' | 'contribute' | 'exchange' | 'leave', readonly out: bigint | null, readonly came: bigint | null, readonly rateId: string | null }
interface Approval { readonly number: string, readonly amount: string, state: 'requested' | 'approved' | 'rejected' }

/** What our own count says. */
export interface Moves {
  readonly links: Map<string, Link>
  readonly merges: Map<string, { readonly survivorId: string, readonly mergedId: string, state: 'stands' | 'undone' }>
  readonly rates: Map<string, { readonly give: bigint, readonly get: bigint }>
  readonly approvals: Map<string, Approval>
  readonly pools: string[]
  rateId: string
}
export const noMoves = (): Moves => ({ links: new Map(), merges: new Map(), rates: new Map(), approvals: new Map(), pools: [], rateId: '' })

export const zone = 'Asia/Shanghai'
const monthAfter = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1)).toISOString().slice(0, 7)
export const monthBefore = (at: Date): string => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1, 1)).toISOString().slice(0, 7)

/** No more than so many merges stand for good in a world: else all its members would be one in the end. */
const standing = 5

export function moveOf(world: World, moves: Moves): Move {
  const { random } = world
  const dice = random.int(100)
  if (dice < 32) return transfer(world, moves)
  if (dice < 52) return exchange(world, moves)
  if (dice < 78) return share(world, moves)
  // Rarest: each moves every lot of a wallet.
  if (dice < 84) return union(world, moves)
  return books(world, moves)
}

const callOf = ({ next }: World, path: string, body: object, user?: string): Call => ({ key: `model-move-${next().toString().padStart(9, '0')}`, path, body, ...(user === undefined ? {} : { user }) })
const nothing = (): void => undefined
/** Mostly what is there. */
const some = ({ random, known }: World, of: string): string => `${1 + random.int(Math.max(2, Math.min(90, known.get(of)?.free ?? 0)))}`

function transfer(world: World, { links }: Moves): Move {
  const [fromId, toId] = [world.random.pick(world.members), world.random.pick(world.members)]
  const amount = some(world, fromId)
  const isDry = world.random.int(15) === 0
  return {
    call: callOf(world, '/api/points/transfers', { fromId, toId, amount, currency: world.random.int(20) === 0 ? 'growth' : 'points', ...(isDry ? { dryRun: true } : {}) }),
    learn: ({ linkId = '' }) => { if (!isDry) links.set(linkId, { kind: 'transfer', out: BigInt(amount), came: BigInt(amount), rateId: null }) }
  }
}

function exchange(world: World, moves: Moves): Move {
  const { random, members } = world
  if (moves.rateId === '' || random.int(25) === 0) {
    const [give, get] = [1 + random.int(5), 1 + random.int(5)]
    return {
      call: callOf(world, '/api/points/rates', { from: 'points', to: 'growth', give: `${give}`, get: `${get}` }),
      learn: ({ rateId = '' }) => { moves.rates.set(rateId, { give: BigInt(give), get: BigInt(get) }); moves.rateId = rateId }
    }
  }
  const customerId = random.pick(members)
  const [amount, rateId] = [some(world, customerId), moves.rateId]
  return {
    call: callOf(world, '/api/points/exchanges', { customerId, rateId, amount }),
    learn: ({ linkId = '', taken, got }) => {
      const { give, get } = moves.rates.get(rateId) ?? { give: 1n, get: 1n }
      const came = BigInt(amount) * get / give
      const out = (came * give + get - 1n) / get
      if (taken !== `${out}` || got !== `${came}`) throw new Error(`${amount} at ${get} for ${give}: ${taken} gave ${got}, not ${out} ${came}`)
      moves.links.set(linkId, { kind: 'exchange', out, came, rateId })
    }
  }
}

/** Wallets that several share. */
function share(world: World, { links, pools }: Moves): Move {
  const { random, members, known } = world
  const dice = random.int(20)
  if (pools.length === 0 || (dice === 0 && pools.length < 6)) {
    const inside = [...new Set([random.pick(members), random.pick(members), random.pick(members)])]
    return {
      call: callOf(world, '/api/points/pools', { name: 'model', onLeave: random.pick(['stays', 'in_proportion']), members: inside.map((customerId, at) => ({ customerId, maySpend: at === 0 || random.int(2) === 0 })) }),
      learn: ({ poolId = '' }) => { known.set(poolId, unknown()); pools.push(poolId) }
    }
  }
  const pool = random.pick(pools)
  const memberId = random.pick(members)
  if (dice < 7) return { call: callOf(world, `/api/points/pools/${pool}/members`, { customerId: memberId, maySpend: random.int(4) > 0 }), learn: nothing }
  if (dice < 17) {
    const amount = some(world, memberId)
    return {
      call: callOf(world, `/api/points/pools/${pool}/contributions`, { memberId, currency: 'points', amount }),
      learn: ({ linkId = '' }) => { links.set(linkId, { kind: 'contribute', out: BigInt(amount), came: BigInt(amount), rateId: null }) }
    }
  }
  return { call: callOf(world, `/api/points/pools/${pool}/leave`, { memberId }), learn: ({ linkId = '' }) => { links.set(linkId, { kind: 'leave', out: null, came: null, rateId: null }) } }
}

/** Two records become one, and two again. */
function union(world: World, { merges }: Moves): Move {
  const { random, members } = world
  const together = [...merges].filter(([, { state }]) => state === 'stands')
  const [mergeId, merge] = together.length > 0 ? random.pick(together) : ['', undefined]
  if (merge !== undefined && (together.length >= standing || random.int(2) === 0)) return { call: callOf(world, `/api/record/merges/${mergeId}/undo`, {}), learn: () => { merge.state = 'undone' } }
  const [survivorId, mergedId] = [random.pick(members), random.pick(members)]
  return { call: callOf(world, `/api/record/${survivorId}/merge`, { mergedId }), learn: ({ mergeId: id = '' }) => { merges.set(id, { survivorId, mergedId, state: 'stands' }) } }
}

/** Closed months, and what a second person lets into them. */
function books(world: World, { approvals }: Moves): Move {
  const { random, members, now, next } = world
  const dice = random.int(10)
  if (dice === 0 || world.openFrom.getTime() === 0) {
    return {
      call: callOf(world, '/api/points/closings', { month: monthBefore(now()) }),
      learn: ({ month = '' }) => { const from = startOf(`${monthAfter(month)}-01`, zone); if (from > world.openFrom) world.openFrom = from }
    }
  }
  const waiting = [...approvals].filter(([, { state }]) => state === 'requested')
  if (dice < 5 || waiting.length === 0) {
    const [number, amount] = [`A${next()}`, `${1 + random.int(50)}`]
    const at = new Date(world.openFrom.getTime() - 1 - random.int(20 * 86_400_000)).toISOString()
    return {
      call: callOf(world, '/api/points/approvals', { orders: [{ customerId: random.pick(members), currency: 'points', command: { do: 'earn', amount, at, source: 'model', number } }], reason: 'model' }),
      learn: ({ approvalId = '' }) => { approvals.set(approvalId, { number, amount, state: 'requested' }) }
    }
  }
  const [id, approval] = random.pick(waiting)
  if (dice === 5) return { call: callOf(world, `/api/points/approvals/${id}/approve`, {}), learn: () => { throw new Error('somebody approved their own request') } }
  if (dice === 6) return { call: callOf(world, `/api/points/approvals/${id}/reject`, {}, 'second'), learn: () => { approval.state = 'rejected' } }
  return { call: callOf(world, `/api/points/approvals/${id}/approve`, {}, 'second'), learn: () => { approval.state = 'approved' } }
}
