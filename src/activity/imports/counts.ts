/** What an import did, or would do. */
import type { FaultCode, NoteCode } from './faults.words.ts'

export interface Counts {
  /** Rows of the file below its header. */
  rows: number
  orders: number
  lines: number
  /** Orders that were there already, with the same content. */
  known: number
  /** Orders that are known with another content: rejected. */
  conflicts: number
  customers: number
  rejected: number
  rejectedBy: Partial<Record<FaultCode, number>>
  notes: Partial<Record<NoteCode, number>>
}

export const noCounts = (): Counts => ({ rows: 0, orders: 0, lines: 0, known: 0, conflicts: 0, customers: 0, rejected: 0, rejectedBy: {}, notes: {} })
