/** Ready means: the record answers. */
import { sql } from 'kysely'
import { Type } from 'typebox'
import type { FastifyPluginAsync } from 'fastify'
import type { House } from './house.ts'
import { Refusal } from './refusal.ts'

const Health = Type.Object({ status: Type.Literal('ready') })

export const healthRoutes = (house: House): FastifyPluginAsync => async (app) => {
  app.get('/api/health', { config: { right: 'public' }, schema: { tags: ['server'], summary: 'Ready to serve', response: { 200: Health } } }, async () => {
    try {
      await sql`select 1`.execute(house.db)
    } catch {
      throw new Refusal('server.not_ready', 503, { zh: '数据库暂时不可用。', en: 'The database does not answer at the moment.' })
    }
    return { status: 'ready' }
  })
}
