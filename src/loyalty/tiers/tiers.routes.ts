import type { Routes } from '#foundation/http.ts'
import { listPolicies } from './tiers.policy.ts'
import * as wire from './tiers.schema.ts'

const tags = ['tiers']

export const routes: Routes = async (app, { db, clock }) => {
  app.get('/policy', {
    config: { right: 'tiers.read' }, schema: { tags, summary: 'The ladder: every version, and which is in force', response: { 200: wire.PolicyList } }
  }, async () => listPolicies(db, clock()))
}
