/**
 * Who asks: the person of a session cookie, or the program of a bearer key. Read from the database at every request, so that a revoked key, a disabled
 * person and a changed role count at once; that is one statement for all who ask at the same time.
 */
import type { Authenticate } from '#foundation/app.ts'
import { openDb } from '#foundation/db.ts'
import { gather } from '#foundation/gather.ts'
import type { House } from '#foundation/house.ts'
import type { Actor } from '#foundation/http.ts'
import { Refusal } from '#foundation/refusal.ts'
import { isRole, rightsOf } from './access.rules.ts'
import type { Role } from './access.schema.ts'
import * as sql from './access.sql.ts'
import { accessWords } from './access.words.ts'
import { useKeys } from './keys.sql.ts'
import { readSecret } from './secret.ts'
import { originOf, tokenIn } from './session.ts'
import { hashOf } from './token.ts'

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

export function authenticator(house: House): Authenticate {
  let secret: Promise<string> | undefined
  const db = openDb(house.pool, { keepsPlans: true })
  const findKey = gather((hashes) => useKeys(db, hashes, house.clock()))
  const findSession = gather((tokens) => sql.findSessions(db, tokens, house.clock()))
  const known = new Map<Role, ReadonlySet<string>>()
  const actorOf = (id: string, name: string, role: string, all: ReadonlySet<string>): Actor | undefined => {
    if (!isRole(role)) return undefined
    const rights = known.get(role) ?? rightsOf(role, all)
    known.set(role, rights)
    return { userId: id, name, role, rights }
  }
  return async (request) => {
    const { authorization, cookie } = request.headers
    if (authorization !== undefined) {
      const given = /^bearer ([\w-]{20,100})$/i.exec(authorization)?.[1]
      const key = given === undefined ? undefined : await findKey(hashOf(given))
      return key && actorOf(`key:${key.keyId}`, key.name, key.role, request.server.rights)
    }
    if (cookie === undefined) return undefined
    const token = tokenIn(cookie, await (secret ??= readSecret(house)))
    const user = token === undefined ? undefined : await findSession(token)
    if (!user) return undefined
    if (!reads.has(request.method) && originOf(request.headers, request.host, house.config.publicUrl) !== 'own') throw new Refusal('access.foreign_site', 403, accessWords.foreign)
    return actorOf(user.id, user.name, user.role, request.server.rights)
  }
}
