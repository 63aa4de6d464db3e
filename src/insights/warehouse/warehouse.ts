/**
 * Warehouse: the record seen for analysis. A DuckDB file that can be thrown away at any time and is made again from the record, kept up to date with
 * work in proportion to what changed; or, with WAREHOUSE=postgres, views on the record itself. Every statement runs on both and answers the same.
 */
export { freshen, jobs, keepFresh } from './warehouse.jobs.ts'
export { inHouse, type InHouse } from './warehouse.answer.ts'
export { rebuildStates, refresh } from './warehouse.projection.ts'
export { readStatus } from './warehouse.status.ts'
export { createTables } from './warehouse.tables.ts'
export { readState } from './warehouse.past.ts'
export { saleSource, stateSource, type Scope, type Source } from './warehouse.source.ts'
export { ask, daysOfData, settle, type Asked, type Question, type Statement } from './warehouse.question.ts'
export { cursorOf, readCursor, type Cursor } from './warehouse.cursor.ts'
