/** The record's expected answers of "no", each in one place. */
import { kindWords, mask, type Key } from '#customers/identity/identity.ts'
import { Refusal } from '#foundation/refusal.ts'

const nameless = { zh: '未具名客户', en: 'a customer without a name' }

export const unknownCustomer = (customerId: string): Refusal =>
  new Refusal('record.unknown_customer', 404, { zh: '没有编号为 {customerId} 的客户。', en: 'There is no customer {customerId}.' }, { customerId })

export const erasedAlready = (customerId: string): Refusal =>
  new Refusal('record.erased', 409, { zh: '这位客户（{customerId}）的个人资料已按要求删除，不能再改。', en: 'The personal data of this customer ({customerId}) was erased on request; the record can no longer be changed.' }, { customerId })

export interface Holder { readonly customerId: string, readonly name: string | null }

/** The key belongs to somebody already. */
export const alreadyHeld = (key: Key, holder: Holder): Refusal =>
  new Refusal('record.exists', 409, {
    zh: `${kindWords[key.kind].zh} {value} 已属于“${holder.name ?? nameless.zh}”。可以打开那位客户，或选择并入。`,
    en: `The ${kindWords[key.kind].en} {value} already belongs to "${holder.name ?? nameless.en}". Open that customer, or choose to join them.`
  }, { value: mask(key), kind: key.kind, customerId: holder.customerId })

/** Two keys of one command name two people. */
export const twoPeople = ([first, second]: readonly [Key, Key], one: Holder, other: Holder): Refusal =>
  new Refusal('record.two_people', 409, {
    zh: `${kindWords[first.kind].zh} {first} 属于“${one.name ?? nameless.zh}”，${kindWords[second.kind].zh} {second} 属于“${other.name ?? nameless.zh}”：这是两位客户。请先确认是谁，再去掉其中一个号码。`,
    en: `The ${kindWords[first.kind].en} {first} belongs to "${one.name ?? nameless.en}", the ${kindWords[second.kind].en} {second} to "${other.name ?? nameless.en}": two people. Find out who it is and leave one of the two out.`
  }, { first: mask(first), second: mask(second), firstCustomerId: one.customerId, secondCustomerId: other.customerId })

export interface Difference { readonly field: string, readonly theirs: unknown, readonly yours: unknown }

/** Somebody else saved in between: both values travel, so that a person can choose. */
export const changedMeanwhile = (version: number, differences: readonly Difference[]): Refusal =>
  new Refusal('record.changed_meanwhile', 409, {
    zh: '有人刚改过这位客户（现在是第 {version} 版）。两边的值都列出了，请选择后再保存。', en: 'Somebody changed this customer meanwhile (now version {version}). Both values are shown; choose, then save again.'
  }, { version, differences: JSON.stringify(differences) })
