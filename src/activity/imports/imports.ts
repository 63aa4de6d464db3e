/**
 * Imports: order files become orders.
 *
 * This file is the door. A file is read twice with flat memory: a survey of the whole, then rows gathered into orders, each whole or rejected with its reason. What
 * comes out of that goes three ways: into the record, into the counts of a dry run, or into a DuckDB file of its own for a report on a mere file.
 */
export { stageFile, type StagedOrders, type StageOptions } from './staging.ts'
export { faultWords, noteWords, type FaultCode, type NoteCode } from './faults.words.ts'
export { correctMapping } from './corrections.ts'
export { importCommand } from './imports.command.ts'
export { importJobs } from './imports.jobs.ts'
export type { Counts } from './counts.ts'
export type { Mapping } from './mapping.ts'
export type { Rejected } from './facts.ts'
export { beginWith, importOrders, type FileImport } from './intake.ts'

// A file of another kind (balances of another programme, say) is read by the same readers and understood by whoever asks.
export { createAmountReader } from './amounts.ts'
export { createWall } from './clockwork.ts'
export { plainName, takeFile } from './imports.deeds.ts'
export { plainHeader } from './fields.ts'
export { layoutOf, type Layout } from './layout.ts'
export { readKey } from './people.ts'
export { makePlaces, placesOf } from './places.ts'
export { openTable, plainCell, readTable } from './table.ts'
export { createOrderWatch, readTime, type DateOrder } from './times.ts'
