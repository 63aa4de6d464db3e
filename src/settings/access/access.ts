/**
 * Access: who may come in and what they may do.
 *
 * People sign in with e-mail and password (better-auth), programs with a bearer key. A role is a pure table of rights (access.rules.ts); the rights
 * themselves are named by the routes, and a route that names none keeps the server from starting. The first owner comes in by a link that the server
 * prints; everybody else by an invitation.
 */
import type { Db } from '#foundation/db.ts'
import type { Actor } from '#foundation/http.ts'
import { readBusiness } from '#settings/business/business.ts'
import { rightsOf } from './access.rules.ts'
import { roleNames, type Me, type Roles } from './access.schema.ts'
import { findMe } from './users.ts'

export { authenticator } from './authenticate.ts'
export { firstLink } from './links.ts'

/** The caller, what they may do, and whose house it is: all that the console needs before its first page. */
export async function me(db: Db, actor: Actor): Promise<Me> {
  const [user, { name, zone, currency, country, synthetic }] = await Promise.all([findMe(db, actor.userId), readBusiness(db)])
  const locale = user?.locale === 'en' || user?.locale === 'zh-CN' ? user.locale : null
  return {
    user: { id: actor.userId, name: actor.name, email: user?.email ?? '', role: actor.role, locale },
    role: actor.role, rights: [...actor.rights].sort(), business: { name, zone, currency, country, synthetic }
  }
}

export const listRoles = (rights: ReadonlySet<string>): Roles => ({ items: roleNames.map((role) => ({ role, rights: [...rightsOf(role, rights)].sort() })) })
