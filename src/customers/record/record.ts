/**
 * Record: who a customer is. This file is the door.
 *
 * The record holds what is true of a person whatever they buy. Two editors never overwrite each other: a change names the version it was made on, and a
 * later one is refused with both values. One key is one person (identity), so creating somebody who is known is refused, or joins them.
 */
import { claimKeys, contradiction, keyOf, keysOf, keyText, mask, releaseKeys, resolveMany, settleKeys, survivorOf, type Key } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import type { Listener } from '#foundation/house.ts'
import { Refusal } from '#foundation/refusal.ts'
import { dayOf } from '#foundation/zone.ts'
import { apply, basicsOf, changedNames, differences, emptyBasics } from './record.basics.ts'
import { birthdayWords, nextBirthday } from './record.birthday.ts'
import { alreadyHeld, changedMeanwhile, erasedAlready, twoPeople, unknownCustomer, type Holder } from './record.refusals.ts'
import { regionName } from './record.regions.ts'
import type { Customer, CustomerChange, CustomerInput, Field } from './record.schema.ts'
import * as sql from './record.sql.ts'
import { traitsOf, type TraitSource } from './record.traits.ts'

export { createMany, type NewCustomer, type Settled } from './record.bulk.ts'
export { nextBirthday, type Birthday } from './record.birthday.ts'
export { regions, type Region } from './record.regions.ts'
export { recordKinds } from './record.words.ts'
export { listCustomers, searchCustomers, summarise } from './record.list.ts'
export type { CustomerKind } from './record.schema.ts'
export type { Trait } from './record.sql.ts'
export type { TraitSource } from './record.traits.ts'

/** A port: how the record tells what happened to it. The log lies to the right; the roof plugs it in. */
export type Chronicle = (trx: Trx, listeners: readonly Listener[], events: readonly { readonly customerId: string, readonly kind: string, readonly actor: string, readonly source: string, readonly body: Readonly<Record<string, unknown>> }[], now: Date) => Promise<unknown>

export interface RecordParts {
  readonly chronicle: Chronicle
  readonly listeners: readonly Listener[]
  readonly actor: string
  /** The business's country: how phones without a country are read. */
  readonly country: string
  readonly zone: string
  /** Whether this reader may see phones and e-mails whole. */
  readonly reveal: boolean
  /** What else is known of a customer, room by room. */
  readonly sources?: readonly TraitSource[]
}

/** Creates a customer; somebody known is refused, or joined where the command says so. */
export async function createCustomer(trx: Trx, parts: RecordParts, input: CustomerInput, now: Date): Promise<Customer> {
  const { keys: sentKeys = [], source = 'console', onMatch = 'refuse', ...sent } = input
  const keys = sentKeys.map(({ kind, value }) => keyOf(kind, value, parts.country))
  const basics = apply(emptyBasics, sent, await sql.listFields(trx))
  await refuseTwoPeople(trx, keys)
  const [settled] = await settleKeys(trx, [keys], () => source, now)
  if (settled === undefined) throw new Error('one list has one owner')
  if (settled.setAside.length > 0) await refuseTwoPeople(trx, keys)
  const { customerId, isNew } = settled
  const row = { ...basics, customerId, source, createdAt: now }
  if (isNew) await sql.insertCustomers(trx, [row], now)
  else if (onMatch === 'refuse') throw alreadyHeld(await heldKey(trx, keys, customerId), await holder(trx, customerId))
  else await sql.fillGaps(trx, [row], now)
  await parts.chronicle(trx, parts.listeners, [{ customerId, kind: isNew ? 'record.created' : 'record.joined', actor: parts.actor, source: 'record', body: { source } }], now)
  return readCustomer(trx, parts, customerId, now)
}

/** Changes basics and keys on the version that the editor read. */
export async function changeCustomer(trx: Trx, parts: RecordParts, askedId: string, change: CustomerChange, now: Date): Promise<Customer> {
  const { version, addKeys = [], removeKeys = [], ...sent } = change
  const customerId = await survivorOf(trx, askedId)
  const row = await sql.findCustomer(trx, customerId)
  if (row === undefined) throw unknownCustomer(customerId)
  if (row.erased_at !== null) throw erasedAlready(customerId)
  const before = basicsOf(row)
  const after = apply(before, sent, await sql.listFields(trx))
  if (await sql.updateCustomer(trx, customerId, version, after, now) === undefined) {
    const current = await sql.findCustomer(trx, customerId)
    throw current === undefined ? unknownCustomer(customerId) : changedMeanwhile(current.version, differences(sent, basicsOf(current)))
  }
  const added = addKeys.map(({ kind, value }) => keyOf(kind, value, parts.country))
  await releaseKeys(trx, customerId, removeKeys.map(({ kind, value }) => keyOf(kind, value, parts.country)))
  await gainKeys(trx, customerId, added, now)
  const fields = [...changedNames(before, after), ...(addKeys.length + removeKeys.length > 0 ? ['keys'] : [])]
  if (fields.length > 0) await parts.chronicle(trx, parts.listeners, [{ customerId, kind: 'record.changed', actor: parts.actor, source: 'record', body: { fields: fields.join(', '), version: version + 1 } }], now)
  return readCustomer(trx, parts, customerId, now)
}

async function gainKeys(trx: Trx, customerId: string, keys: readonly Key[], now: Date): Promise<void> {
  const held = await claimKeys(trx, customerId, keys, 'console', now)
  const owners = await resolveMany(trx, held)
  for (const key of held) {
    const owner = owners.get(keyText(key))
    if (owner !== undefined && owner !== customerId) throw alreadyHeld(key, await holder(trx, owner))
  }
}

async function refuseTwoPeople(trx: Trx, keys: readonly Key[]): Promise<void> {
  const owners = await resolveMany(trx, keys)
  const pair = contradiction(keys, owners)
  if (pair) throw twoPeople(pair, await holder(trx, owners.get(keyText(pair[0])) ?? ''), await holder(trx, owners.get(keyText(pair[1])) ?? ''))
}

const heldKey = async (trx: Trx, keys: readonly Key[], customerId: string): Promise<Key> => {
  const owners = await resolveMany(trx, keys)
  const key = keys.find((one) => owners.get(keyText(one)) === customerId)
  if (key === undefined) throw new Error('a known customer was found by no key')
  return key
}

const holder = async (trx: Trx, customerId: string): Promise<Holder> => ({ customerId, name: (await sql.findNames(trx, [customerId]))[0]?.name ?? null })

/** Everything the record knows of one customer; of the survivor, where they were merged. */
export async function readCustomer(db: Db, parts: Pick<RecordParts, 'zone' | 'reveal' | 'sources'>, askedId: string, now: Date): Promise<Customer> {
  const customerId = await survivorOf(db, askedId)
  const row = await sql.findCustomer(db, customerId)
  if (row === undefined) throw unknownCustomer(customerId)
  const [keys, traits] = await Promise.all([keysOf(db, [customerId]), traitsOf(db, parts.sources ?? [], [customerId])])
  const basics = basicsOf(row)
  return {
    customerId, ...basics, custom: { ...basics.custom },
    birthdayWords: basics.birthday === null ? null : { ...birthdayWords(basics.birthday) },
    nextBirthday: basics.birthday === null ? null : nextBirthday(basics.birthday, dayOf(now, parts.zone)),
    regionName: regionName(row.region),
    keys: (keys.get(customerId) ?? []).map((key) => {
      const shown = parts.reveal ? key.value : mask(key)
      return { kind: key.kind, value: shown, source: key.source, masked: shown !== key.value && !parts.reveal }
    }),
    traits: traits.map(({ key, value, source, at }) => ({ key, value, source, at: at.toISOString() })),
    source: row.source, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), erasedAt: row.erased_at?.toISOString() ?? null
  }
}

export const listFields = async (db: Db): Promise<{ items: Field[] }> => ({ items: [...await sql.listFields(db)] })

/** Adds or changes one of the business's own fields. Its type stays once a customer has a value. */
export async function saveField(trx: Trx, field: Field, now: Date): Promise<Field> {
  if (field.type === 'choice' && field.choices.length === 0) {
    throw new Refusal('record.no_choices', 422, { zh: '选择型字段至少要有一个选项。', en: 'A field of choices needs at least one.' })
  }
  const before = (await sql.listFields(trx)).find((one) => one.key === field.key)
  if (before !== undefined && before.type !== field.type && await sql.isFieldUsed(trx, field.key)) {
    throw new Refusal('record.field_used', 409, { zh: '字段“{key}”已有客户填写，不能再改类型。', en: 'Customers have values in the field "{key}"; its type can no longer change.' }, { key: field.key })
  }
  const version = await sql.saveField(trx, field, now)
  if (version !== undefined) return { ...field, version }
  throw new Refusal('record.field_changed_meanwhile', 409, {
    zh: '字段“{key}”刚被别人改过（现在是第 {version} 版）。请刷新后再改。', en: 'Somebody changed the field "{key}" meanwhile (now version {version}). Reload and change again.'
  }, { key: field.key, version: before?.version ?? 0 })
}

/** What other rooms learned of customers and lists are asked by: kept here so that rooms to their left can read it. Only what changed is written. */
export const setTraits = async (trx: Trx, traits: readonly sql.Trait[], now: Date): Promise<void> => {
  if (traits.length > 0) await sql.saveTraits(trx, traits, now)
}
