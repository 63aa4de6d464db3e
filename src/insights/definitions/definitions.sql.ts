/** Every statement on definitions.*. */
import type { Db, Trx } from '#foundation/db.ts'
import type { Day } from '#foundation/zone.ts'
import type { DefinitionId } from './definitions.schema.ts'

const columns = ['id', 'version', 'owner', 'parameters', 'valid_from as validFrom', 'note', 'created_at as createdAt'] as const

export const listVersions = (db: Db | Trx) => db.selectFrom('definitions.definition').select(columns).orderBy('id').orderBy('version', 'desc').execute()

export const findVersion = (db: Db | Trx, id: DefinitionId, version: number) =>
  db.selectFrom('definitions.definition').select(columns).where('id', '=', id).where('version', '=', version).executeTakeFirst()

/** The newest version that is valid on the day. */
export const findCurrent = (db: Db | Trx, id: DefinitionId, day: Day) =>
  db.selectFrom('definitions.definition').select(columns).where('id', '=', id).where('valid_from', '<=', day).orderBy('version', 'desc').limit(1).executeTakeFirst()

export interface NewRow { readonly id: DefinitionId, readonly owner: string, readonly parameters: string, readonly validFrom: Day, readonly note: string }

/** Two people who publish at once get two versions: the key decides, and the second is told to try again by its unique violation. */
export const insertVersion = (trx: Trx, row: NewRow, now: Date) =>
  trx.insertInto('definitions.definition').values((build) => ({
    id: row.id, owner: row.owner, parameters: row.parameters, valid_from: row.validFrom, note: row.note, created_at: now,
    version: build.selectFrom('definitions.definition').select((select) => select(select.fn.max('version'), '+', 1).as('next')).where('id', '=', row.id)
  })).returning(columns).executeTakeFirstOrThrow()
