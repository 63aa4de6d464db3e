/** The record's view of wallets: what may be spent, as it was booked last. Read with the record and kept nowhere else, so that a booking writes it once. */
import type { TraitSource } from '#customers/record/record.ts'
import { findBalances } from './points.sql.ts'

export const pointsTraits: TraitSource = async (db, customerIds) =>
  (await findBalances(db, customerIds)).map(({ customerId, currency, available, at }) => ({ customerId, key: `points.${currency}`, value: available.toString(), source: 'points', at }))
