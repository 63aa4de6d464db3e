import { expect, it } from 'vitest'
import { secondsLeft } from './jobs.rules.ts'

const from = new Date('2026-11-21T09:00:00Z')
const after = (seconds: number) => new Date(from.getTime() + seconds * 1000)

it('expects the rest at the pace so far', () => {
  expect(secondsLeft('running', 250, 1000, from, after(10))).toBe(30)
  expect(secondsLeft('running', 1200, 1000, from, after(10))).toBe(0)
})

it('does not guess without a total, a beginning, or a pace', () => {
  expect([secondsLeft('running', 5, null, from, after(1)), secondsLeft('running', 5, 10, null, after(1)), secondsLeft('running', 0, 10, from, after(1)), secondsLeft('done', 5, 10, from, after(1))])
    .toEqual([null, null, null, null])
})
