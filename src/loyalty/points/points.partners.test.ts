import { describe, expect, it } from 'vitest'
import type { Partner } from './points.partner.schema.ts'
import { inForce, lacking, owing, payable, perHundred, rateOf, type PartnerRate } from './points.partners.schema.ts'

const rate = (rateId: string, change: Partial<PartnerRate> = {}): PartnerRate => ({ rateId, partnerId: 'p', side: 'issue', currency: 'points', moneyMinor: '100', validFrom: '2026-03-01T00:00:00Z', author: 'a', at: '2026-03-01T00:00:00Z', ...change })
const partner = (change: Partial<Partner>): Partner => ({ partnerId: 'p', name: 'Books', issues: true, accepts: false, isActive: true, version: 1, author: 'a', at: '2026-03-01T00:00:00Z', rates: [], ...change })
const now = new Date('2026-04-01T00:00:00Z')

describe('rates for a hundred', () => {
  it('are exact there and back, whatever the decimals of the currency', () => {
    for (const [text, scale, wire] of [['1', 0, '100'], ['0.85', 0, '85'], ['0.01', 0, '1'], ['98', 2, '98'], ['12.5', 1, '125']] as const) {
      expect(rateOf(text, scale)).toBe(wire)
      expect(rateOf(String(Number(perHundred(wire, scale)) / 10_000), scale)).toBe(wire)
    }
  })

  it('are no finer than the wire can carry, and above zero', () => { for (const [text, scale] of [['0.005', 0], ['0', 0], ['-1', 0], ['', 0], ['98.5', 2], ['abc', 0]] as const) expect(rateOf(text, scale)).toBeUndefined() })
})

describe('what is owed', () => {
  it('is paid in whole coins, and what is left of a coin is nobody’s debt', () => {
    expect(['4283950', '-4283950', '50000'].map((minor) => payable(BigInt(minor), 'CNY'))).toEqual(['428.40', '428.40', '5.00'])
    expect(payable(4_283_950n, 'JPY')).toBe('428')
    expect([100n, -100n, 99n, -99n, 0n].map((minor) => owing(minor, 'CNY'))).toEqual(['theyOwe', 'weOwe', 'even', 'even', 'even'])
    expect(owing(9_999n, 'JPY')).toBe('even')
  })
})

describe('the rate in force', () => {
  it('is the newest that has begun, for each side and currency', () => {
    const rates = [rate('coming', { validFrom: '2026-05-01T00:00:00Z' }), rate('now', { validFrom: '2026-03-02T00:00:00Z' }), rate('miles', { currency: 'miles' }), rate('taken', { side: 'accept' }), rate('before')]
    expect(inForce(rates, now).map(({ rateId }) => rateId)).toEqual(['miles', 'now', 'taken'])
  })

  it('is missed where a side has none yet', () => {
    expect(lacking(partner({ accepts: true, rates: [rate('coming', { validFrom: '2026-05-01T00:00:00Z' })] }), now)).toEqual(['issue', 'accept'])
    expect(lacking(partner({ accepts: true, rates: [rate('now')] }), now)).toEqual(['accept'])
    expect(lacking(partner({ issues: false }), now)).toEqual([])
  })
})
