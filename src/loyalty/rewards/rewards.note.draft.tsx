import { write } from '#web/client.ts'
import type { BenefitOffered, MilesCounted } from './rewards.benefits.schema.ts'

/** What a clerk has typed; each benefit uses its own part of it. */
export interface NoteDraft { readonly item: string, readonly serial: string, readonly grade: number, readonly photo: string, readonly name: string, readonly quantity: number | null, readonly number: string, readonly storeId: string | null }
export const emptyNote: NoteDraft = { item: '', serial: '', grade: 0, photo: '', name: '', quantity: null, number: '', storeId: null }

export const isLink = (text: string): boolean => text.trim() === '' || /^https?:\/\/\S+$/.test(text.trim())

/** Whether it is whole, and can be had today. */
export function isReady(offer: BenefitOffered, { item, serial, photo, name, quantity }: NoteDraft): boolean {
  if (offer.because !== null) return false
  switch (offer.kind) {
    case 'trade_in': return item.trim() !== '' && serial.trim() !== '' && isLink(photo)
    case 'companion': return !offer.isNamed || name.trim() !== ''
    case 'mileage': return quantity !== null
    case 'gift': return true
  }
}

/** Answers only where miles are counted: there the answer may be that they were counted before. */
export async function bookNote({ kind, definitionId }: BenefitOffered, { item, serial, grade, photo, name, quantity, number, storeId }: NoteDraft, customerId: string, key: string): Promise<MilesCounted | undefined> {
  const whose = { customerId, definitionId, storeId }
  switch (kind) {
    case 'trade_in': await write('post', '/api/rewards/tradeins', { body: { ...whose, item: item.trim(), serial: serial.trim(), grade, ...(photo.trim() === '' ? {} : { photo: photo.trim() }) }, key }); return undefined
    case 'companion': await write('post', '/api/rewards/companions', { body: { ...whose, ...(name.trim() === '' ? {} : { name: name.trim() }) }, key }); return undefined
    case 'gift': await write('post', '/api/rewards/gifts', { body: whose, key }); return undefined
    case 'mileage': return write('post', '/api/rewards/miles', { body: { ...whose, quantity: quantity ?? 0, ...(number.trim() === '' ? {} : { number: number.trim() }) }, key })
  }
}
