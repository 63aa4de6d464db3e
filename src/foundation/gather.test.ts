import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { gather } from './gather.ts'

it('asks once for all that come at the same time, and again for who comes while that is under way', async () => {
  const asked: (readonly string[])[] = []
  let value = 0
  const find = gather(async (keys) => {
    asked.push(keys)
    const seen = value
    await sleep(5)
    return new Map(keys.map((key) => [key, `${key}${seen}`]))
  })
  const first = Promise.all([find('a'), find('b'), find('a')])
  await sleep(2)
  // What changes after a look-up began is seen by whoever asks after the change.
  value = 1
  const later = Promise.all([find('a'), find('c')])
  expect([await first, await later]).toEqual([['a0', 'b0', 'a0'], ['a1', 'c1']])
  expect(asked).toEqual([['a', 'b'], ['a', 'c']])
})

it('answers undefined for what there is not, and a failure to those who asked, not to the next', async () => {
  let fails = true
  const find = gather(async () => {
    if (fails) throw new Error('gone')
    return new Map<string, string>()
  })
  await expect(find('a')).rejects.toThrow('gone')
  fails = false
  expect(await find('a')).toBeUndefined()
})
