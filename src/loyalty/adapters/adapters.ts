/**
 * Adapters: platforms that have members of ours. This file is the door.
 *
 * Law: a message is believed only with the platform's signature; it is done once, by the platform's own id, however often it comes; an older one never undoes a newer
 * one; one about somebody who is not known yet waits until they are told. What is theirs and what is our reading is in docs/adapters.md.
 */
import { Value } from 'typebox/value'
import { keyOf, releaseKeys } from '#customers/identity/identity.ts'
import { createMany } from '#customers/record/record.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import { book, readWallets } from '#loyalty/points/points.ts'
import { readTiers } from '#loyalty/tiers/tiers.ts'
import { readBusiness } from '#settings/business/business.ts'
import { hashOf, requireTmall, requireWechat, requireWechatKeys, unseal, type Stamp } from './adapters.rules.ts'
import { TmallBind, TmallKeys, TmallPoints, WechatCard, WechatKeys, WechatNote, type KeysBody, type TmallAnswer } from './adapters.schema.ts'
import * as sql from './adapters.sql.ts'
import { adapterWords as words } from './adapters.words.ts'

const done = { code: 'SUCCESS', message: 'OK' }
const unreadable = (): Refusal => new Refusal('adapters.unreadable', 422, words.unreadable)
const notSet = (platform: string): Refusal => new Refusal('adapters.not_set', 409, words.notSet, { platform })

/** Refuses: adapters.bad_key. */
export async function saveKeys(trx: Trx, body: KeysBody, author: string, now: Date): Promise<{ wechat: boolean, tmall: boolean }> {
  if (body.wechat !== undefined) requireWechatKeys(body.wechat)
  for (const [platform, keys] of Object.entries(body)) await sql.saveKeys(trx, platform, keys, author, now)
  return readKeys(trx)
}

export const readKeys = async (db: Db | Trx): Promise<{ wechat: boolean, tmall: boolean }> => ({ wechat: await sql.findKeys(db, 'wechat') !== undefined, tmall: await sql.findKeys(db, 'tmall') !== undefined })

const parsed = (text: string): unknown => { try { return JSON.parse(text) } catch { throw unreadable() } }

/** A card was opened or given up in WeChat; whatever else is told of it is heard and changes nothing. Refuses: adapters.not_set, .forged, .stale, .unreadable, .other_content. */
export async function hearWechat(trx: Trx, body: string, stamp: Stamp, now: Date): Promise<typeof done> {
  const keys = await sql.findKeys(trx, 'wechat')
  if (!Value.Check(WechatKeys, keys)) throw notSet('wechat')
  requireWechat(body, stamp, keys.publicKey, now)
  const note = parsed(body)
  if (!Value.Check(WechatNote, note)) throw unreadable()
  const card = unseal(note.resource, keys.apiV3Key)
  if (!Value.Check(WechatCard, card)) throw unreadable()
  const at = instantOf(card.event_time)
  // Each sending may be sealed anew: what it says is its content, not how it is sealed.
  if (await heardBefore(trx, { platform: 'wechat', id: note.id, subject: card.user_card_code, content: hashOf(JSON.stringify(card)), body: card, at }, now) !== undefined) return done
  const [isOpened, isGivenUp] = [card.event_type.endsWith('.CREATE'), card.event_type.endsWith('.DELETE')]
  // Other events of a card say nothing of who has it.
  if (!isOpened && !isGivenUp) { await sql.conclude(trx, 'wechat', note.id, 'done', done); return done }
  const { customerId, latestAt } = await sql.lockSubject(trx, 'wechat', card.user_card_code)
  if (latestAt !== null && at < latestAt) { await sql.conclude(trx, 'wechat', note.id, 'outdated', done); return done }
  const { country } = await readBusiness(trx)
  const cardKey = keyOf('card', card.user_card_code, country)
  if (isOpened) {
    const phone = card.phone === undefined ? [] : [keyOf('phone', card.phone, country)]
    const [settled] = await createMany(trx, [{ keys: [...phone, keyOf('openid', card.openid, country), cardKey], source: 'wechat', name: null }], now)
    await sql.saveSubject(trx, 'wechat', card.user_card_code, settled?.customerId ?? null, at)
  } else {
    if (customerId !== null) await releaseKeys(trx, customerId, [cardKey])
    await sql.saveSubject(trx, 'wechat', card.user_card_code, null, at)
  }
  await sql.conclude(trx, 'wechat', note.id, 'done', done)
  return done
}

export interface AdapterParts { readonly listeners: readonly Listener[], readonly actor: string }
export interface TmallCall { readonly body: string, readonly query: Readonly<Record<string, string>> }

async function tmallTold(trx: Trx, { body, query }: TmallCall, now: Date): Promise<unknown> {
  const keys = await sql.findKeys(trx, 'tmall')
  if (!Value.Check(TmallKeys, keys)) throw notSet('tmall')
  requireTmall(body, query, keys.secret, now)
  return parsed(body)
}

/** A shopper became a member on Tmall, perhaps hours ago: what waited for them is booked now. */
export async function hearTmallBind(trx: Trx, parts: AdapterParts, call: TmallCall, now: Date): Promise<TmallAnswer> {
  const bind = await tmallTold(trx, call, now)
  if (!Value.Check(TmallBind, bind)) throw unreadable()
  const at = bind.bind_time === undefined ? now : instantOf(bind.bind_time)
  const earlier = await heardBefore(trx, { platform: 'tmall', id: `bind ${bind.request_id}`, subject: bind.ouid, content: hashOf(JSON.stringify(bind)), body: bind, at }, now)
  const known = await sql.lockSubject(trx, 'tmall', bind.ouid)
  // The balance is asked anew: the same enrolment again is answered with what is true now.
  if (earlier !== undefined && known.customerId !== null) return standing(trx, known.customerId, now)
  const { country } = await readBusiness(trx)
  const phone = bind.mobile === undefined ? [] : [keyOf('phone', bind.mobile, country)]
  const [settled] = await createMany(trx, [{ keys: [...phone, keyOf('marketplace', `tmall:${bind.ouid}`, country)], source: 'tmall', name: null }], now)
  if (settled === undefined) throw new Error('one list has one owner')
  await sql.saveSubject(trx, 'tmall', bind.ouid, settled.customerId, at)
  for (const { id, body } of await sql.waitingFor(trx, 'tmall', bind.ouid)) if (Value.Check(TmallPoints, body)) await sql.conclude(trx, 'tmall', id, 'done', await bookPoints(trx, parts, settled.customerId, body, now))
  return standing(trx, settled.customerId, now)
}

/** Points that Tmall gave or took. Of somebody not known yet it waits; what it answers is bound to its record id. */
export async function hearTmallPoints(trx: Trx, parts: AdapterParts, call: TmallCall, now: Date): Promise<TmallAnswer> {
  const change = await tmallTold(trx, call, now)
  if (!Value.Check(TmallPoints, change)) throw unreadable()
  const id = `points ${change.record_id}`
  const earlier = await heardBefore(trx, { platform: 'tmall', id, subject: change.ouid, content: hashOf(JSON.stringify(change)), body: change, at: new Date(change.change_time) }, now)
  if (earlier !== undefined) return earlier
  const { customerId } = await sql.lockSubject(trx, 'tmall', change.ouid)
  const answer = customerId === null ? { code: 'E01', message: 'member unknown, kept until the enrolment is told' } : await bookPoints(trx, parts, customerId, change, now)
  await sql.conclude(trx, 'tmall', id, customerId === null ? 'waiting' : 'done', answer)
  return answer
}

async function bookPoints(trx: Trx, parts: AdapterParts, customerId: string, { quantity, record_id: id, remark = '' }: TmallPoints, now: Date): Promise<TmallAnswer> {
  await sql.beginBooking(trx)
  try {
    await book(trx, parts, [{ customerId, currency: 'points', command: { do: 'adjust', amount: quantity, note: `Tmall ${id} ${remark}`.trim() } }], now)
    return { code: 'SUC', message: 'OK' }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql.undoBooking(trx)
    return { code: 'E02', message: error.code }
  }
}

async function standing(trx: Trx, customerId: string, now: Date): Promise<TmallAnswer> {
  const [wallets, tiers] = [await readWallets(trx, customerId, now), await readTiers(trx, [customerId], now)]
  return { code: 'SUC', message: 'OK', point: wallets.find(({ currency }) => currency === 'points')?.balance.available ?? '0', level: (tiers.get(customerId)?.rank ?? 0).toString() }
}

async function heardBefore(trx: Trx, message: sql.Message, now: Date): Promise<TmallAnswer | undefined> {
  const earlier = await sql.claim(trx, message, now)
  if (earlier === undefined) return undefined
  if (earlier.content !== message.content) throw new Refusal('adapters.other_content', 409, words.otherContent, { id: message.id })
  const { answer } = earlier
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer ? { code: String(answer.code), message: String(answer.message) } : { code: 'SUC', message: 'OK' }
}

function instantOf(text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw unreadable()
  return at
}
