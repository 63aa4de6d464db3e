import { expect, it } from 'vitest'
import { untilThere } from './waiting.ts'

const after = (n: number, fresh: { readonly isBehind?: boolean }) => untilThere({ state: { data: { stamp: { n, fresh } } } })

it('looks again while nobody is there or orders are still to be counted, and not otherwise', () => {
  expect([after(0, {}), after(7, { isBehind: true }), after(7, {}), untilThere({ state: {} })]).toEqual([2_000, 5_000, false, false])
})
