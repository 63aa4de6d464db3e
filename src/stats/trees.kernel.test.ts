import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kernelOf, sharedMemory } from './trees.kernel.ts'

const run = fc.array(fc.record({ bin: fc.integer({ min: 0, max: 255 }), slope: fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n }), bend: fc.bigInt({ min: 0n, max: 2n ** 45n }), isIn: fc.boolean() }), { minLength: 1, maxLength: 70 })
const [orderAt, columnAt, byRowAt, pairsAt, cellsAt, sidesAt, spareAt, totalAt] = [16, 1_024, 2_048, 4_096, 8_192, 13_312, 14_336, 16_384]

it('adds, subtracts and sorts as plain loops do', () => {
  const memory = sharedMemory(65_536)
  const kernel = kernelOf(memory)
  const [numbers, bytes, rows] = [new BigInt64Array(memory.buffer), new Uint8Array(memory.buffer), new Uint32Array(memory.buffer)]
  fc.assert(fc.property(run, (all) => {
    numbers.fill(0n)
    const chosen = all.flatMap(({ isIn }, row) => (isIn ? [row] : []))
    const end = orderAt + 4 * chosen.length
    rows.set(chosen, orderAt / 4)
    for (const [row, { bin, slope, bend }] of all.entries()) {
      bytes[columnAt + row] = bin
      numbers.set([slope, bend], byRowAt / 8 + 2 * row)
    }
    kernel.gather(orderAt, end, byRowAt, pairsAt)
    kernel.fill(orderAt, end, columnAt, pairsAt, cellsAt)
    const sums = Array.from({ length: 256 }, (_, b) => chosen.filter((row) => all[row]?.bin === b).reduce<readonly bigint[]>(([s = 0n, h = 0n], row) => [s + (all[row]?.slope ?? 0n), h + (all[row]?.bend ?? 0n)], [0n, 0n])).flat()
    expect([...numbers.subarray(cellsAt / 8, cellsAt / 8 + 512)]).toEqual(sums)
    kernel.total(pairsAt, pairsAt + 16 * chosen.length, totalAt)
    expect(numbers[totalAt / 8]).toBe(sums.reduce((sum, one, k) => (k % 2 === 0 ? sum + one : sum), 0n))
    kernel.subtract(cellsAt, cellsAt, cellsAt + 4_096)
    expect(numbers.subarray(cellsAt / 8, cellsAt / 8 + 512).every((one) => one === 0n)).toBe(true)
    for (let b = 0; b < 256; b += 1) bytes[sidesAt + b] = b % 3 === 0 ? 1 : 0
    const middle = kernel.part(orderAt, end, columnAt, sidesAt, spareAt)
    const isLeft = (row: number): boolean => (all[row]?.bin ?? 0) % 3 === 0
    expect([...rows.subarray(orderAt / 4, end / 4)]).toEqual([...chosen.filter(isLeft), ...chosen.filter((row) => !isLeft(row))])
    expect(middle).toBe(orderAt + 4 * chosen.filter(isLeft).length)
  }))
})

it('refuses what no memory holds', () => { expect(() => sharedMemory(2 ** 33)).toThrow(RangeError) })
