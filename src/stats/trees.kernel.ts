/**
 * The innermost loops of growing trees, as a WebAssembly module that is assembled here: adding up by bin takes most of the time of a fit, and one 128-bit addition
 * of slope, bend and count together takes less than half of what three additions in JavaScript do (0.8 against 1.9 ns a cell, AMD EPYC).
 *
 * All arguments are byte addresses in the shared memory. `order` and `end` bound a run of row numbers (four bytes each); a pair is 16 bytes: Σ slope and
 * Σ (count, bend) as two 64-bit integers, so that sums are exact.
 */
export interface Kernel {
  /** Adds the pairs of a run, which lie in its order at `pairs`, into cells by the bin that `column` has for each row. */
  readonly fill: (order: number, end: number, column: number, pairs: number, cells: number) => void
  /** Lays out at `out`, in the order of a run, the pairs that lie by row at `byRow`. */
  readonly gather: (order: number, end: number, byRow: number, out: number) => void
  /** Takes the cells at `part` from those at `whole`, up to `end`. */
  readonly subtract: (whole: number, part: number, end: number) => void
  /** Adds up the pairs from `pairs` to `end` into the pair at `out`. */
  readonly total: (pairs: number, end: number, out: number) => void
  /** Sorts a run into left and right by the byte at `sides` of each row's bin, both in their former order; answers where the right begins. `spare` holds as many rows. */
  readonly part: (order: number, end: number, column: number, sides: number, spare: number) => number
}

export interface SharedMemory { readonly buffer: ArrayBufferLike }

/** The part of WebAssembly that is used; the server's types know none of it. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number, readonly maximum: number, readonly shared: true }) => SharedMemory
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: { readonly m: { readonly m: SharedMemory } }) => { readonly exports: Kernel }
}

const pageBytes = 65_536
const mostPages = 65_536

/** Memory of at least so many bytes, which other threads can be given. Throws RangeError beyond 4 GiB. */
export function sharedMemory(bytes: number): SharedMemory {
  const pages = Math.ceil(bytes / pageBytes)
  if (pages > mostPages) throw new RangeError('too many rows and columns: growing trees would need more than 4 GiB')
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
}

export const kernelOf = (memory: SharedMemory): Kernel => new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { m: { m: memory } }).exports

/** Unsigned LEB128, in which the format writes numbers. */
function leb(value: number): readonly number[] {
  const low = value & 127
  return value < 128 ? [low] : [low | 128, ...leb(value >>> 7)]
}
type Code = readonly number[]
const code = (...parts: readonly Code[]): Code => parts.flat()
const list = (items: readonly Code[]): Code => [...leb(items.length), ...items.flat()]
const section = (id: number, body: Code): Code => [id, ...leb(body.length), ...body]
const name = (text: string): Code => list([...text].map((letter) => leb(letter.charCodeAt(0))))

const get = (local: number): Code => [0x20, local]
const set = (local: number, value: Code): Code => [...value, 0x21, local]
const tee = (local: number, value: Code): Code => [...value, 0x22, local]
const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
const minus = (a: Code, b: Code): Code => [...a, ...b, 0x6b]
/** Constants are signed in the format: those here stay below 64, where both readings agree. */
const constant = (value: number): Code => [0x41, value]
const times = (a: Code, powerOfTwo: number): Code => [...a, ...constant(powerOfTwo), 0x74]
const loadRow = (at: Code, offset = 0): Code => [...at, 0x28, 2, ...leb(offset)]
const storeRow = (at: Code, value: Code): Code => [...at, ...value, 0x36, 2, 0]
const loadByte = (at: Code): Code => [...at, 0x2d, 0, 0]
const loadPair = (at: Code, offset = 0): Code => [...at, 0xfd, 0, 4, ...leb(offset)]
const storePair = (at: Code, value: Code): Code => [...at, ...value, 0xfd, 11, 4, 0]
const addPairs = (a: Code, b: Code): Code => [...a, ...b, 0xfd, ...leb(0xce)]
const subtractPairs = (a: Code, b: Code): Code => [...a, ...b, 0xfd, ...leb(0xd1)]
const move = (local: number, bytes: number): Code => set(local, add(get(local), constant(bytes)))
/** block { loop { unless a < b: leave; body; again } } */
const whileBelow = (a: number, b: number, ...body: readonly Code[]): Code => [0x02, 0x40, 0x03, 0x40, ...get(a), ...get(b), 0x4f, 0x0d, 1, ...body.flat(), 0x0c, 0, 0x0b, 0x0b]

const i32 = 0x7f
interface Loop { readonly name: string, readonly takes: number, readonly gives: number, readonly locals: number, readonly body: Code }

function loops(): readonly Loop[] {
  // Locals are numbered: the arguments in their order, then those of its own.
  const addOne = (k: number): Code => code(
    set(6, add(times(loadByte(add(get(2), loadRow(get(0), 4 * k))), 4), get(4))),
    storePair(get(6), addPairs(loadPair(get(6)), loadPair(get(3), 16 * k)))
  )
  return [
    { name: 'fill', takes: 5, gives: 0, locals: 2, body: code(
      set(5, minus(get(1), constant(12))),
      whileBelow(0, 5, addOne(0), addOne(1), addOne(2), addOne(3), move(0, 16), set(3, add(add(get(3), constant(32)), constant(32)))),
      whileBelow(0, 1, addOne(0), move(0, 4), move(3, 16))
    ) },
    { name: 'gather', takes: 4, gives: 0, locals: 0, body: whileBelow(0, 1, storePair(get(3), loadPair(add(times(loadRow(get(0)), 4), get(2)))), move(0, 4), move(3, 16)) },
    { name: 'subtract', takes: 3, gives: 0, locals: 0, body: whileBelow(0, 2, storePair(get(0), subtractPairs(loadPair(get(0)), loadPair(get(1)))), move(0, 16), move(1, 16)) },
    { name: 'total', takes: 3, gives: 0, locals: 0, body: whileBelow(0, 1, storePair(get(2), addPairs(loadPair(get(2)), loadPair(get(0)))), move(0, 16)) },
    // 5 where the left ends, 6 where the spare ends, 7 the row, 8 four times its side. Both places are written and one moves on: there is no branch to guess wrong.
    { name: 'part', takes: 5, gives: 1, locals: 4, body: code(
      set(5, get(0)), set(6, get(4)),
      whileBelow(0, 1,
        set(8, times(loadByte(add(loadByte(add(tee(7, loadRow(get(0))), get(2))), get(3))), 2)),
        storeRow(get(5), get(7)), storeRow(get(6), get(7)),
        set(5, add(get(5), get(8))), set(6, add(get(6), minus(constant(4), get(8)))), move(0, 4)),
      get(5), get(4), minus(get(6), get(4)), [0xfc, 10, 0, 0],
      get(5)
    ) }
  ]
}

function moduleBytes(): Uint8Array {
  const all = loops()
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, list(all.map(({ takes, gives }) => [0x60, ...list(Array<Code>(takes).fill([i32])), ...list(Array<Code>(gives).fill([i32]))]))),
    ...section(2, list([[...name('m'), ...name('m'), 2, 3, 1, ...leb(mostPages)]])),
    ...section(3, list(all.map((_, i) => leb(i)))),
    ...section(7, list(all.map((loop, i) => [...name(loop.name), 0, ...leb(i)]))),
    ...section(10, list(all.map(({ locals, body }) => {
      const whole = [...list(locals === 0 ? [] : [[...leb(locals), i32]]), ...body, 0x0b]
      return [...leb(whole.length), ...whole]
    })))
  ])
}
