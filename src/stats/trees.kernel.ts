/**
 * The innermost loops of growing trees, as a WebAssembly module that is assembled here: adding up by bin takes most of the time of a fit, and one 128-bit addition
 * of slope, bend and count together takes less than half of what three additions in JavaScript do (0.8 against 1.9 ns a cell, AMD EPYC). The same sums as 64-bit integers are then read to find the best cut.
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
  /**
   * The best cut of the bins from `from` to `to`, all below it on the side of the pair at `start`: G_L² ÷ (H_L + penalty) + G_R² ÷ (H_R + penalty) where that is above
   * `best`, or `best`. Bends stand below the bit `shift`, counts above; slope, bend and count of the whole leaf, penalty and least bend are in the units of the pairs.
   * Writes the pair of the left side to `out` and the address of its last bin behind.
   */
  readonly cut: (from: number, to: number, start: number, out: number, shift: number, leastRows: number, count: number, slope: number, bend: number, penalty: number, leastBend: number, best: number) => number
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
/** Constants are signed in the format: those here stay below 64, where both readings agree. */
const constant = (value: number): Code => [0x41, value]
const wide = (value: number): Code => [0x42, value]
const two = (operation: readonly number[]) => (a: Code, b: Code): Code => [...a, ...b, ...operation]
const [add, minus, both] = [two([0x6a]), two([0x6b]), two([0x71])]
const [atLeast, wideMinus, wideAnd, wideUp, wideDown] = [two([0x4f]), two([0x7d]), two([0x83]), two([0x86]), two([0x88])]
const [plus, less, product, quotient, isAtLeast, isAbove] = [two([0xa0]), two([0xa1]), two([0xa2]), two([0xa3]), two([0x66]), two([0x64])]
const [addPairs, subtractPairs] = [two([0xfd, ...leb(0xce)]), two([0xfd, ...leb(0xd1)])]
const times = (a: Code, powerOfTwo: number): Code => [...a, ...constant(powerOfTwo), 0x74]
const widened = (a: Code): Code => [...a, 0xad]
const narrowed = (a: Code): Code => [...a, 0xa7]
const asDouble = (a: Code): Code => [...a, 0xb9]
const isNotZero = (a: Code): Code => [...a, 0x50, 0x45]
const half = (a: Code, which: 0 | 1): Code => [...a, 0xfd, 0x1d, which]
const loadRow = (at: Code, offset = 0): Code => [...at, 0x28, 2, ...leb(offset)]
const storeRow = (at: Code, value: Code, offset = 0): Code => [...at, ...value, 0x36, 2, ...leb(offset)]
const loadByte = (at: Code): Code => [...at, 0x2d, 0, 0]
const loadPair = (at: Code, offset = 0): Code => [...at, 0xfd, 0, 4, ...leb(offset)]
const storePair = (at: Code, value: Code): Code => [...at, ...value, 0xfd, 11, 4, 0]
const move = (local: number, bytes: number): Code => set(local, add(get(local), constant(bytes)))
const when = (condition: Code, ...body: readonly Code[]): Code => [...condition, 0x04, 0x40, ...body.flat(), 0x0b]
/** block { loop { unless a < b: leave; body; again } } */
const whileBelow = (a: number, b: number, ...body: readonly Code[]): Code => [0x02, 0x40, 0x03, 0x40, ...get(a), ...get(b), 0x4f, 0x0d, 1, ...body.flat(), 0x0c, 0, 0x0b, 0x0b]

const [i32, i64, f64, v128] = [0x7f, 0x7e, 0x7c, 0x7b]
const many = (n: number, type: number): readonly number[] => Array<number>(n).fill(type)
/** Types of the arguments, of the answer and of its own places; places are numbered through, arguments first. */
interface Loop { readonly name: string, readonly takes: readonly number[], readonly gives: readonly number[], readonly places: readonly number[], readonly body: Code }

function loops(): readonly Loop[] {
  const addOne = (k: number): Code => code(
    set(6, add(times(loadByte(add(get(2), loadRow(get(0), 4 * k))), 4), get(4))),
    storePair(get(6), addPairs(loadPair(get(6)), loadPair(get(3), 16 * k)))
  )
  return [
    { name: 'fill', takes: many(5, i32), gives: [], places: many(2, i32), body: code(
      set(5, minus(get(1), constant(12))),
      whileBelow(0, 5, addOne(0), addOne(1), addOne(2), addOne(3), move(0, 16), set(3, add(add(get(3), constant(32)), constant(32)))),
      whileBelow(0, 1, addOne(0), move(0, 4), move(3, 16))
    ) },
    { name: 'gather', takes: many(4, i32), gives: [], places: [], body: whileBelow(0, 1, storePair(get(3), loadPair(add(times(loadRow(get(0)), 4), get(2)))), move(0, 4), move(3, 16)) },
    { name: 'subtract', takes: many(3, i32), gives: [], places: [], body: whileBelow(0, 2, storePair(get(0), subtractPairs(loadPair(get(0)), loadPair(get(1)))), move(0, 16), move(1, 16)) },
    { name: 'total', takes: many(3, i32), gives: [], places: [], body: whileBelow(0, 1, storePair(get(2), addPairs(loadPair(get(2)), loadPair(get(0)))), move(0, 16)) },
    // 5 where the left ends, 6 where the spare ends, 7 the row, 8 four times its side. Both places are written and one moves on: there is no branch to guess wrong.
    { name: 'part', takes: many(5, i32), gives: [i32], places: many(4, i32), body: code(
      set(5, get(0)), set(6, get(4)),
      whileBelow(0, 1,
        set(8, times(loadByte(add(loadByte(add(tee(7, loadRow(get(0))), get(2))), get(3))), 2)),
        storeRow(get(5), get(7)), storeRow(get(6), get(7)),
        set(5, add(get(5), get(8))), set(6, add(get(6), minus(constant(4), get(8)))), move(0, 4)),
      get(5), get(4), minus(get(6), get(4)), [0xfc, 10, 0, 0],
      get(5)
    ) },
    cut()
  ]
}

function cut(): Loop {
  const [from, to, start, out, shift, leastRows, count, slope, bend, penalty, leastBend, best, sum, here, packed, mask, rows, left, right, mine, other, gain] = Array.from({ length: 22 }, (_, i) => i)
  const places = { from, to, start, out, shift, leastRows, count, slope, bend, penalty, leastBend, best, sum, here, packed, mask, rows, left, right, mine, other, gain }
  const at = (place: keyof typeof places): Code => get(places[place] ?? 0)
  const put = (place: keyof typeof places, value: Code): Code => set(places[place] ?? 0, value)
  return { name: 'cut', takes: [...many(7, i32), ...many(5, f64)], gives: [f64], places: [v128, v128, i64, i64, i32, ...many(5, f64)], body: code(
    put('sum', loadPair(at('start'))), put('mask', wideMinus(wideUp(wide(1), widened(at('shift'))), wide(1))),
    whileBelow(0, 1,
      put('here', loadPair(at('from'))),
      when(isNotZero(half(at('here'), 1)),
        put('sum', addPairs(at('sum'), at('here'))),
        put('packed', half(at('sum'), 1)),
        put('rows', narrowed(wideDown(at('packed'), widened(at('shift'))))),
        put('left', asDouble(wideAnd(at('packed'), at('mask')))),
        put('right', less(at('bend'), at('left'))),
        when(both(both(atLeast(at('rows'), at('leastRows')), atLeast(minus(at('count'), at('rows')), at('leastRows'))), both(isAtLeast(at('left'), at('leastBend')), isAtLeast(at('right'), at('leastBend')))),
          put('left', plus(at('left'), at('penalty'))), put('right', plus(at('right'), at('penalty'))),
          put('mine', asDouble(half(at('sum'), 0))), put('other', less(at('slope'), at('mine'))),
          // On one denominator: a division takes as long as all the rest.
          put('gain', quotient(plus(product(product(at('mine'), at('mine')), at('right')), product(product(at('other'), at('other')), at('left'))), product(at('left'), at('right')))),
          when(isAbove(at('gain'), at('best')), put('best', at('gain')), storePair(at('out'), at('sum')), storeRow(at('out'), at('from'), 16)))),
      move(0, 16)),
    at('best')
  ) }
}

function moduleBytes(): Uint8Array {
  const all = loops()
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, list(all.map(({ takes, gives }) => [0x60, ...list(takes.map((type) => [type])), ...list(gives.map((type) => [type]))]))),
    ...section(2, list([[...name('m'), ...name('m'), 2, 3, 1, ...leb(mostPages)]])),
    ...section(3, list(all.map((_, i) => leb(i)))),
    ...section(7, list(all.map((loop, i) => [...name(loop.name), 0, ...leb(i)]))),
    ...section(10, list(all.map(({ places, body }) => {
      const whole = [...list(places.map((type) => [1, type])), ...body, 0x0b]
      return [...leb(whole.length), ...whole]
    })))
  ])
}
