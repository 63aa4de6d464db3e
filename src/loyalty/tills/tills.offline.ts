/**
 * Tills without network (LEDGER.md, case 26). What all of them may overspend together is one number that the manager sets; each is granted a part of it, signed.
 * What they sold is told later, in any order and any number of times, and the wallets end the same: points are taken as far as they reach, the rest is owed at once,
 * and what comes in pays it first, so that available less owed is one sum whatever came first.
 */
import { randomBytes } from 'node:crypto'
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { say } from '#foundation/words.ts'
import { book } from '#loyalty/points/points.ts'
import { lackedBy } from './tills.lacked.ts'
import { readTold, requireBelievable, requireKey, signAllowance } from './tills.offline.rules.ts'
import type { Allowance, AllowanceBody, Device, DeviceBody, Offline, Told, UploadBody, Uploaded } from './tills.offline.schema.ts'
import * as offline from './tills.offline.sql.ts'
import { once, type TillParts } from './tills.receipt.ts'
import { settle } from './tills.sell.ts'
import { readSetting } from './tills.settings.ts'
import { codeSecret } from './tills.sql.ts'
import { tillsWords as words } from './tills.words.ts'

const secretOf = (trx: Trx): Promise<string> => codeSecret(trx, randomBytes(32).toString('base64url'))
const shownDevice = ({ at, revokedAt, ...rest }: offline.DeviceRow): Device => ({ ...rest, at: at.toISOString(), revokedAt: revokedAt?.toISOString() ?? null })
const shownAllowance = ({ total, perMember, used, validFrom, validUntil, lateUntil, closedAt, ...rest }: offline.AllowanceRow): Omit<Allowance, 'signature'> => ({
  ...rest, total: total.toString(), perMember: perMember.toString(), used: used.toString(), validFrom: validFrom.toISOString(), validUntil: validUntil.toISOString(), lateUntil: lateUntil.toISOString(), closedAt: closedAt?.toISOString() ?? null
})

/** Registers a till by its public key; the private one never leaves it. Refuses: tills.bad_key. */
export async function registerDevice(trx: Trx, { name, store = null, publicKey }: DeviceBody, author: string, now: Date): Promise<Device> {
  requireKey(publicKey)
  const device = { deviceId: newId(now), name, store, publicKey, at: now }
  await offline.insertDevice(trx, device, author)
  return shownDevice({ ...device, revokedAt: null })
}

/** From now on nothing that it signed is taken. */
export async function revokeDevice(trx: Trx, deviceId: string, now: Date): Promise<Device> {
  const found = await offline.revoke(trx, deviceId, now) ? await offline.findDevice(trx, deviceId) : undefined
  if (found === undefined) throw new Refusal('tills.unknown_device', 404, words.unknownDevice)
  return shownDevice(found)
}

/** Grants a till a part of the worst case. All that is out stays within it, whoever asks at the same time. Refuses: tills.unknown_device, tills.device_revoked, tills.no_risk_left. */
export async function grantAllowance(trx: Trx, { deviceId, points }: AllowanceBody, author: string, now: Date): Promise<Allowance> {
  const device = await offline.findDevice(trx, deviceId)
  if (device === undefined) throw new Refusal('tills.unknown_device', 404, words.unknownDevice)
  if (device.revokedAt !== null) throw new Refusal('tills.device_revoked', 409, words.deviceRevoked)
  await offline.lockGrants(trx)
  const { parameters: { offline: terms, lateHours } } = await readSetting(trx)
  const [worst, out] = [BigInt(terms.worstPoints), await offline.outPoints(trx, now)]
  const total = points === undefined ? worst - out : BigInt(points)
  if (total <= 0n || out + total > worst) throw new Refusal('tills.no_risk_left', 409, words.noRisk, { worst: worst.toString(), out: out.toString() })
  const perMember = BigInt(terms.perMember)
  const validUntil = new Date(now.getTime() + terms.hours * 3_600_000)
  const granted: offline.AllowanceRow = {
    allowanceId: newId(now), deviceId, total, perMember, used: 0n, validFrom: now, validUntil, lateUntil: new Date(validUntil.getTime() + lateHours * 3_600_000), overspend: terms.overspend, closedAt: null
  }
  await offline.insertAllowance(trx, granted, author)
  return { ...shownAllowance(granted), signature: signAllowance(await secretOf(trx), granted) }
}

/**
 * Sales that were made without network. Each is booked, known already, or refused by name; one that is refused keeps no other from being booked. Allowances are locked
 * in one order and wallets in another, so that two uploads never wait for each other in a circle.
 */
export async function upload(trx: Trx, parts: TillParts, { envelopes }: UploadBody, now: Date): Promise<Uploaded> {
  const secret = await secretOf(trx)
  const read = envelopes.map((envelope, index) => ({ ...envelope, index, told: tried(() => readTold(envelope.told)), text: envelope.told }))
  for (const allowanceId of [...new Set(read.flatMap(({ told }) => ('deviceId' in told ? [told.allowanceId] : [])))].toSorted((a, b) => (a < b ? -1 : 1))) await offline.lockAllowance(trx, allowanceId)
  const place = ({ told }: (typeof read)[number]): string => ('deviceId' in told ? `${told.sale.customerId ?? ''} ${told.allowanceId} ${String(told.counter).padStart(7, '0')}` : '')
  const items = new Map<number, Uploaded['items'][number]>()
  for (const one of read.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) items.set(one.index, await believe(trx, parts, one, secret, now))
  return { items: [...items].toSorted(([a], [b]) => a - b).map(([, item]) => item) }
}

interface Read { readonly text: string, readonly signature: string, readonly told: Told | Refusal }

async function believe(trx: Trx, parts: TillParts, { text, signature, told }: Read, secret: string, now: Date): Promise<Uploaded['items'][number]> {
  if (!('deviceId' in told)) return refused(told, null, null)
  await offline.beginOne(trx)
  try {
    const device = await offline.findDevice(trx, told.deviceId)
    if (device === undefined) throw new Refusal('tills.unknown_device', 404, words.unknownDevice)
    const granted = await offline.findAllowance(trx, told.allowanceId)
    requireBelievable(text, signature, told, device, granted, secret, now)
    const isNew = await take(trx, parts, text, told, granted?.overspend ?? 'store', now)
    await offline.keepOne(trx)
    return { receipt: told.sale.receipt, counter: told.counter, state: isNew ? 'booked' : 'known', code: null, why: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await offline.undoOne(trx)
    return refused(error, told.sale.receipt, told.counter)
  }
}

const refused = ({ code, sentence, detail }: Refusal, receipt: string | null, counter: number | null): Uploaded['items'][number] =>
  ({ receipt, counter, state: 'refused', code, why: { zh: say(sentence, 'zh-CN', detail), en: say(sentence, 'en', detail) } })

function tried<T>(work: () => T): T | Refusal {
  try { return work() } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function take(trx: Trx, parts: TillParts, text: string, { allowanceId, counter, sale }: Told, overspend: string, now: Date): Promise<boolean> {
  const at = new Date(sale.at)
  const points = BigInt(sale.points)
  const earlier = await offline.claimCounter(trx, { allowanceId, counter, told: text, customerId: sale.customerId, points, at }, now)
  if (earlier !== undefined) {
    if (earlier.told !== text) throw new Refusal('tills.counter_reused', 409, words.counterReused, { counter })
    return false
  }
  if (points > 0n && !(await offline.takeOf(trx, allowanceId, points))) throw new Refusal('tills.beyond_allowance', 422, words.beyondAllowance, { points: sale.points })
  const { at: _, ...content } = sale
  await once(trx, sale, 'sale', content, now, async () => ({ receipt: sale.receipt, kind: 'sale', undone: null, sold: await settle(trx, parts, sale, { tillAt: at, at, expectMinor: undefined, offline: { allowanceId, overspend } }, now) }))
  return true
}

/** Settles an allowance: nothing of it is taken any more, its risk is free again; where the store bears what was overspent, members have it back, whether they owe it still or have repaid it. */
export async function closeAllowance(trx: Trx, parts: TillParts, allowanceId: string, now: Date): Promise<Omit<Allowance, 'signature'>> {
  const found = await offline.findAllowance(trx, allowanceId)
  if (found === undefined) throw new Refusal('tills.unknown_allowance', 404, words.unknownAllowance)
  if (await offline.close(trx, allowanceId, now) && found.overspend === 'store') {
    const borne = await lackedBy(trx, allowanceId)
    await book(trx, parts, borne.map(({ customerId, currency, points }) => ({ customerId, currency, command: { do: 'adjust', amount: points.toString(), note: `${words.borneByStore.zh} ${words.borneByStore.en}` } })), now)
  }
  return shownAllowance(await offline.findAllowance(trx, allowanceId) ?? found)
}

export async function readOffline(db: Db, now: Date): Promise<Offline> {
  const [{ parameters }, out, devices, allowances] = await Promise.all([readSetting(db), offline.outPoints(db, now), offline.listDevices(db), offline.listAllowances(db)])
  return { worstPoints: parameters.offline.worstPoints, outPoints: out.toString(), devices: devices.map(shownDevice), allowances: allowances.map(shownAllowance) }
}
