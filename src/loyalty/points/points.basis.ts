/** What an entry of one wallet rests on beside its order: who acted, the partner and the rate, the approval. */
import { Refusal } from '#foundation/refusal.ts'
import { partnerWords as words } from './points.partner.words.ts'
import type { PartnerRateRow, PartnerRow, Side } from './points.partner.sql.ts'
import type { Command, Order } from './points.schema.ts'
import { noBasis, type Basis, type Entry } from './points.state.ts'

export interface Partners { readonly known: ReadonlyMap<string, PartnerRow>, readonly rates: readonly PartnerRateRow[] }

const sideOf = (what: Command['do']): Side => (what === 'earn' || what === 'adjust' || what === 'reverse' ? 'issue' : 'accept')

/** Undefined for nearly all. What takes back or gives back goes by the partner and rate of what it undoes. */
export function basisOf({ member, partner, currency, command }: Order, past: readonly Entry[], partners: Partners, now: Date, approvalId: string | undefined): Basis | undefined {
  const undoes = command.do === 'reverse' || command.do === 'restore'
  const origin = undoes ? past.find((entry) => (entry.basis?.partnerId ?? null) !== null && entry.source === command.source && entry.number === command.number && (command.do === 'reverse' ? entry.from === 'issued' : entry.to === 'redeemed'))?.basis : undefined
  if (member === undefined && partner === undefined && origin === undefined && approvalId === undefined) return undefined
  const at = 'at' in command && command.at !== undefined ? new Date(command.at) : now
  const rate = partner === undefined || undoes ? undefined : rateOf(partners, partner, sideOf(command.do), currency, at)
  return { ...noBasis, memberId: member ?? null, linkId: approvalId ?? null, partnerId: rate?.partnerId ?? origin?.partnerId ?? null, rateId: rate?.rateId ?? origin?.rateId ?? null }
}

/** Refuses: points.unknown_partner, points.no_partner_rate. */
function rateOf({ known, rates }: Partners, partnerId: string, side: Side, currency: string, at: Date): PartnerRateRow {
  const partner = known.get(partnerId)
  if (partner === undefined || !partner.isActive || !(side === 'issue' ? partner.issues : partner.accepts)) throw new Refusal('points.unknown_partner', 409, words.unknownPartner, { partner: partnerId })
  const rate = rates.findLast((one) => one.partnerId === partnerId && one.side === side && one.currency === currency && one.validFrom <= at)
  if (rate === undefined) throw new Refusal('points.no_partner_rate', 409, words.noRate, { partner: partner.name, currency })
  return rate
}
