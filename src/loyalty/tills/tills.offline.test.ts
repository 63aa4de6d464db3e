import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '#foundation/random.ts'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

let test: TestHouse
const opening = new Date('2026-11-21T03:00:00Z')
beforeAll(async () => {
  test = await buildTestHouse(opening)
  const now = (await test.ask('GET', '/api/tills/setting')).json()
  const saved = await test.ask('PUT', '/api/tills/setting', { version: now.version, parameters: { ...now.parameters, sharePermille: 1000, offline: { worstPoints: '100000', perMember: '2000', hours: 8, overspend: 'debt' } } })
  expect(saved.statusCode).toBe(200)
})
afterAll(() => test.close())

interface Till { readonly deviceId: string, readonly key: KeyObject }
interface Allowance { readonly allowanceId: string, readonly deviceId: string, readonly signature: string, readonly total: string }
interface Envelope { readonly told: string, readonly signature: string }

async function register(): Promise<Till> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url')
  return { deviceId: (await test.ask('POST', '/api/tills/devices', { name: 'T', publicKey: raw })).json().deviceId, key: privateKey }
}
const grant = async (till: Till, points: string): Promise<Allowance> => (await test.ask('POST', '/api/tills/allowances', { deviceId: till.deviceId, points })).json()
const enrol = async (points: string): Promise<string> => {
  const { customerId } = (await test.ask('POST', '/api/record', { name: '陈静怡' })).json()
  if (points !== '0') await test.ask('POST', '/api/points/commands', { orders: [{ customerId, currency: 'points', command: { do: 'earn', amount: points } }] })
  return customerId
}
const balance = async (customer: string) => (await test.ask('GET', `/api/points/wallets?customer=${customer}`)).json().items.find((one: { currency: string }) => one.currency === 'points')?.balance ?? { available: '0', debt: '0' }

/** A till that keeps to the rules: it counts, and adds up what it let each member spend. */
function notes(till: Till, allowance: Allowance) {
  let [counter, spent] = [0, 0]
  const members = new Map<string, number>()
  return (customerId: string, points: number, change: object = {}, key = till.key): Envelope => {
    counter += 1
    spent += points
    members.set(customerId, (members.get(customerId) ?? 0) + points)
    const told = JSON.stringify({
      deviceId: till.deviceId, allowanceId: allowance.allowanceId, allowance: allowance.signature, counter, spent: String(spent), memberSpent: String(members.get(customerId)),
      sale: { customerId, store: 'HB', till: 'T', lines: [{ product: 'TEA', quantity: '1', amountMinor: '1000000' }], points: String(points), receipt: `${allowance.allowanceId.slice(-6)}-${counter}`, at: new Date(opening.getTime() + counter * 60_000).toISOString() },
      ...change
    })
    return { told, signature: sign(null, Buffer.from(told), key).toString('base64url') }
  }
}
const upload = async (...envelopes: readonly Envelope[]) => (await test.ask('POST', '/api/tills/envelopes', { envelopes })).json().items

describe('26: tills without network', () => {
  it('may overspend together no more than the one number that the manager sets', async () => {
    const till = await register()
    await grant(till, '60000')
    expect((await test.ask('POST', '/api/tills/allowances', { deviceId: till.deviceId, points: '40001' })).json().code).toBe('tills.no_risk_left')
    const grants = await Promise.all(Array.from({ length: 8 }, () => test.ask('POST', '/api/tills/allowances', { deviceId: till.deviceId, points: '10000' })))
    expect(grants.filter(({ statusCode }) => statusCode === 200)).toHaveLength(4)
    const seen = (await test.ask('GET', '/api/tills/offline')).json()
    expect([seen.worstPoints, seen.outPoints]).toEqual(['100000', '100000'])
    for (const { allowanceId } of seen.allowances) await test.ask('POST', `/api/tills/allowances/${allowanceId}/closing`, {})
    expect((await test.ask('GET', '/api/tills/offline')).json().outPoints).toBe('0')
    expect((await test.askAs(['tills.write', 'tills.read'], 'POST', '/api/tills/allowances', { deviceId: till.deviceId })).statusCode).toBe(403)
  })

  it('12: sold by a merged record: what comes back returns to the lots it was taken from', async () => {
    const till = await register()
    const write = notes(till, await grant(till, '1000'))
    const [survivor, merged] = [await enrol('0'), await enrol('500')]
    await test.ask('POST', `/api/record/${survivor}/merge`, { mergedId: merged })
    test.time.now = new Date(opening.getTime() + 3_600_000)
    expect(await upload(write(merged, 400))).toMatchObject([{ state: 'booked' }])
    const { number } = (await test.ask('GET', `/api/orders?customer=${survivor}`)).json().items[0]
    await test.ask('POST', '/api/returns', { source: 'till', number })
    expect(await balance(survivor)).toMatchObject({ available: '500', debt: '0' })
    const kinds = (await test.ask('GET', `/api/points/statement?customer=${survivor}&currency=points`)).json().items.map(({ kind, amount }: { kind: string, amount: string }) => `${kind} ${amount}`)
    expect(kinds).toContain('restore 400')
    expect(kinds).not.toContain('adjust 400')
    test.time.now = opening
  })

  it('sell, are told later, and what the balance lacked is owed; the next points pay it', async () => {
    const till = await register()
    const allowance = await grant(till, '3000')
    const member = await enrol('500')
    const write = notes(till, allowance)
    const [first, second] = [write(member, 400), write(member, 300)]
    test.time.now = new Date(opening.getTime() + 3_600_000)
    expect(await upload(first, second)).toMatchObject([{ state: 'booked' }, { state: 'booked' }])
    expect(await balance(member)).toMatchObject({ available: '0', debt: '200' })
    expect(await upload(second, first)).toMatchObject([{ state: 'known' }, { state: 'known' }])
    expect((await test.ask('GET', `/api/orders?customer=${member}`)).json().items).toHaveLength(2)
    const seen = (await test.ask('GET', '/api/tills/offline')).json().allowances.find((one: Allowance) => one.allowanceId === allowance.allowanceId)
    expect(seen.used).toBe('700')
    // Taken back, the points that were there return, and what was owed for it is owed no more.
    const { number } = (await test.ask('GET', `/api/orders?customer=${member}`)).json().items.find((one: { number: string }) => one.number.endsWith('-2'))
    await test.ask('POST', '/api/returns', { source: 'till', number })
    expect(await balance(member)).toMatchObject({ available: '100', debt: '0' })
    test.time.now = opening
  })

  it('forged, altered, expired, reused, beyond and revoked are refused by name, each alone', async () => {
    const till = await register()
    const allowance = await grant(till, '1000')
    const member = await enrol('5000')
    test.time.now = new Date(opening.getTime() + 3_600_000)
    const write = notes(till, allowance)
    const stranger = generateKeyPairSync('ed25519').privateKey
    const good = write(member, 100)
    const forged = write(member, 100, {}, stranger)
    const altered = { ...good, told: good.told.replace('"points":"100"', '"points":"900"') }
    const raised = write(member, 100, { allowance: allowance.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) })
    const late = write(member, 100, { sale: { ...JSON.parse(good.told).sale, at: '2026-11-20T03:00:00Z', receipt: 'late' } })
    const beyond = write(member, 100, { spent: '1001', memberSpent: '100' })
    const tooMuchOfOne = write(member, 100, { spent: '900', memberSpent: '2001' })
    const unreadable = { ...good, told: '{"no":1}' }
    expect((await upload(forged, altered, raised, late, beyond, tooMuchOfOne, unreadable, good)).map((one: { state: string, code: string | null }) => one.code ?? one.state))
      .toEqual(['tills.envelope_forged', 'tills.envelope_forged', 'tills.unknown_allowance', 'tills.allowance_expired', 'tills.beyond_allowance', 'tills.beyond_allowance', 'tills.envelope_unreadable', 'booked'])
    const reused = notes(till, allowance)(member, 200)
    expect(await upload(reused)).toMatchObject([{ state: 'refused', code: 'tills.counter_reused' }])
    // A till that signs sums that are not true still passes no bound.
    const liar = [5, 6, 7, 8, 9].map((counter) => write(member, 300, { counter, spent: '300', memberSpent: '300' }))
    expect((await upload(...liar)).map((one: { state: string }) => one.state)).toEqual(['booked', 'booked', 'booked', 'refused', 'refused'])
    await test.ask('POST', `/api/tills/devices/${till.deviceId}/revocation`, {})
    expect(await upload(good)).toMatchObject([{ state: 'refused', code: 'tills.device_revoked' }])
    test.time.now = opening
  })

  it('any order of arrival, in any batches and however often, ends in the same wallets', { timeout: 240_000 }, async () => {
    const random = seededRandom(26)
    let first: string | undefined
    for (let round = 0; round < 4; round += 1) {
      test.time.now = opening
      const members = await Promise.all(['0', '300', '900', '2500'].map(enrol))
      const shape = seededRandom(7)
      const envelopes: Envelope[] = []
      for (let n = 0; n < 3; n += 1) {
        const till = await register()
        const write = notes(till, await grant(till, '4000'))
        for (let k = 0; k < 6; k += 1) envelopes.push(write(members[shape.int(members.length)] ?? '', 100 * shape.int(5)))
      }
      const sent = [...envelopes, ...envelopes.slice(0, 7)].map((one) => ({ one, at: random.int(1_000_000) })).toSorted((a, b) => a.at - b.at).map(({ one }) => one)
      test.time.now = new Date(opening.getTime() + 3_600_000)
      while (sent.length > 0) {
        const batches = [sent.splice(0, 1 + random.int(5)), sent.splice(0, 1 + random.int(3))].filter((batch) => batch.length > 0)
        for (const items of await Promise.all(batches.map((batch) => upload(...batch)))) expect(items.every((one: { state: string }) => one.state !== 'refused')).toBe(true)
      }
      const end = JSON.stringify(await Promise.all(members.map(balance)))
      first ??= end
      expect(end).toBe(first)
      for (const { allowanceId } of (await test.ask('GET', '/api/tills/offline')).json().allowances) await test.ask('POST', `/api/tills/allowances/${allowanceId}/closing`, {})
    }
    test.time.now = opening
  })

  it('where the store bears it, members owe nothing once the allowance is settled', async () => {
    const now = (await test.ask('GET', '/api/tills/setting')).json()
    await test.ask('PUT', '/api/tills/setting', { version: now.version, parameters: { ...now.parameters, offline: { ...now.parameters.offline, overspend: 'store' } } })
    const till = await register()
    const allowance = await grant(till, '3000')
    const member = await enrol('100')
    const one = notes(till, allowance)(member, 500)
    test.time.now = new Date(opening.getTime() + 3_600_000)
    expect(await upload(one)).toMatchObject([{ state: 'booked' }])
    expect(await balance(member)).toMatchObject({ debt: '400' })
    await test.ask('POST', `/api/tills/allowances/${allowance.allowanceId}/closing`, {})
    expect(await balance(member)).toMatchObject({ available: '0', debt: '0' })
    expect(await upload(one)).toMatchObject([{ state: 'refused', code: 'tills.allowance_closed' }])
    // What the store bore is nobody's gain: taken back, only what was there returns.
    const { number } = (await test.ask('GET', `/api/orders?customer=${member}`)).json().items[0]
    await test.ask('POST', '/api/returns', { source: 'till', number })
    expect(await balance(member)).toMatchObject({ available: '100', debt: '0' })
    test.time.now = opening
  })

  it('the store bears what was overspent and nothing else, whatever members owe when the allowance is settled', async () => {
    const command = (customerId: string, told: object) => test.ask('POST', '/api/points/commands', { orders: [{ customerId, currency: 'points', command: told }] })
    const till = await register()
    const allowance = await grant(till, '3000')
    const write = notes(till, allowance)
    const [covered, repaid, returned, both] = await Promise.all(['500', '100', '100', '100'].map(enrol))
    if (covered === undefined || repaid === undefined || returned === undefined || both === undefined) throw new Error('four were enrolled')
    const order = { source: 'shop', number: 'N1' }
    await command(covered, { do: 'earn', amount: '300', ...order })
    test.time.now = new Date(opening.getTime() + 3_600_000)
    expect(await upload(...[covered, repaid, returned, both].map((member) => write(member, 500)))).toMatchObject([{ state: 'booked' }, { state: 'booked' }, { state: 'booked' }, { state: 'booked' }])
    // The allowance was covered; what is owed comes from a return elsewhere.
    await command(covered, { do: 'redeem', amount: '300' })
    await command(covered, { do: 'reverse', amount: '300', ...order })
    await command(repaid, { do: 'earn', amount: '400' })
    await command(both, { do: 'earn', amount: '400' })
    const back = async (member: string) => {
      const { number } = (await test.ask('GET', `/api/orders?customer=${member}`)).json().items[0]
      expect((await test.ask('POST', '/api/returns', { source: 'till', number })).statusCode).toBe(200)
    }
    await Promise.all([back(returned), back(both)])
    const all = async () => (await Promise.all([covered, repaid, returned, both].map(balance))).map(({ available, debt }) => `${available} ${debt}`)
    expect(await all()).toEqual(['0 300', '0 0', '100 0', '500 0'])
    await test.ask('POST', `/api/tills/allowances/${allowance.allowanceId}/closing`, {})
    expect(await all()).toEqual(['0 300', '400 0', '100 0', '500 0'])
    await back(repaid)
    expect(await balance(repaid)).toMatchObject({ available: '500', debt: '0' })
    test.time.now = opening
  })
})
