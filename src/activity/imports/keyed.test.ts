import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createKeyed } from './keyed.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '茶', '\u0000'), maxLength: 40 })

it('remembers as a map does, and begins anew when it is full', () => {
  fc.assert(fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
    const most = 20
    const keyed = createKeyed<number>(most)
    const map = new Map<string, number>()
    texts.forEach((one, index) => {
      const bytes = Buffer.from(one)
      expect(keyed.find(bytes, bytes.length)).toBe(map.get(one))
      if (map.has(one)) return
      if (map.size === most) map.clear()
      map.set(one, index)
      keyed.add(bytes, bytes.length, index)
    })
    for (const [one, index] of map) expect(keyed.find(Buffer.from(one), Buffer.byteLength(one))).toBe(index)
  }))
})
