/**
 * Warehouse: the record seen for analysis. A DuckDB file that can be thrown away at any time and is made again from the record, kept up to date with
 * work in proportion to what changed; or, with WAREHOUSE=postgres, views on the record itself. Every statement runs on both and answers the same.
 */
export { createTables } from './warehouse.tables.ts'
export { readState } from './warehouse.past.ts'
export { saleSource, stateSource, type Scope, type Source } from './warehouse.source.ts'
export { ask, daysOfData, settle, suggestAsOf, type Asked, type Question, type Statement } from './warehouse.question.ts'
export { cursorOf, readCursor, type Cursor } from './warehouse.cursor.ts'
