import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { House } from './house.ts'
import { createLog } from './log.ts'
import { lookEvery, patience } from './looks.ts'
import { openPool } from './db.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

it('looks again after a failure, never twice at once, and ends with the house', async () => {
  const said: string[] = []
  const house: Pick<House, 'pool' | 'log'> = { pool: openPool('postgres://127.0.0.1:1/none'), log: createLog('warn', (line) => said.push(line)) }
  let looks = 0
  lookEvery(1_000, house, 'test', async () => {
    looks += 1
    if (looks === 1) throw new Error('the record is away')
    if (looks === 2) await new Promise((resolve) => { setTimeout(resolve, 2_500) })
  })
  await vi.advanceTimersByTimeAsync(1_000)
  expect([looks, said.length, said[0]?.includes('the record is away')]).toEqual([1, 1, true])
  await vi.advanceTimersByTimeAsync(3_000)
  expect(looks).toBe(2)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(looks).toBe(3)
  await house.pool.end()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(looks).toBe(3)
})

it('waits for what keeps moving to stand still, but not for ever', () => {
  const isDue = patience(3)
  expect(['a', 'b', 'b', 'b'].map(isDue)).toEqual([false, false, true, true])
  expect(['c', 'd', 'e', 'f', 'g', 'g'].map(isDue)).toEqual([false, false, false, true, false, true])
})
