/** The programme as its page shows it. */
import type { Db, Trx } from '#foundation/db.ts'
import { findAccounts } from './earning.budget.sql.ts'
import type { ProgrammeState } from './earning.schema.ts'
import { listVersions, loadProgrammes } from './earning.versions.ts'

export async function readState(db: Db | Trx, now: Date): Promise<ProgrammeState> {
  const [versions, programmes, accounts] = [await listVersions(db), await loadProgrammes(db), await findAccounts(db)]
  return {
    now: programmes(now)?.version ?? null, newest: versions[0]?.version ?? 0, versions: [...versions],
    accounts: accounts.map(({ budget, bound, used }) => ({ budget, bound: bound.toString(), used: used.toString() }))
  }
}
