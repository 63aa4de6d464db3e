/**
 * better-auth, kept behind four verbs. It checks passwords, makes and renews sessions and signs their cookies; it is loaded with the first sign-in, not
 * with the server. It reads the wall clock itself; everything else of this slice is given `now`.
 */
import { newId } from '#foundation/ids.ts'
import type { House } from '#foundation/house.ts'
import { readSecret } from './secret.ts'

export interface Visitor { readonly cookie: string, readonly address: string, readonly agent: string }

export interface Auth {
  /** The cookies of a new session, or undefined where e-mail and password do not belong together. Unknown addresses take as long. */
  readonly enter: (email: string, password: string, visitor: Visitor) => Promise<readonly string[] | undefined>
  /** Ends the session of the cookie; answers the cookies that erase it. */
  readonly leave: (visitor: Visitor) => Promise<readonly string[]>
  /** Prolongs the session of the cookie. */
  readonly renew: (visitor: Visitor) => Promise<readonly string[]>
}

const day = 86_400

export function openAuth(house: House): Auth {
  let made: ReturnType<typeof makeAuth> | undefined
  const auth = () => (made ??= makeAuth(house))
  return {
    enter: async (email, password, visitor) => {
      const answer = await (await auth()).api.signInEmail({ body: { email, password }, headers: headersOf(visitor), asResponse: true })
      return answer.ok ? answer.headers.getSetCookie() : undefined
    },
    leave: async (visitor) => (await (await auth()).api.signOut({ headers: headersOf(visitor), asResponse: true })).headers.getSetCookie(),
    renew: async (visitor) => (await (await auth()).api.getSession({ headers: headersOf(visitor), asResponse: true })).headers.getSetCookie()
  }
}

const headersOf = ({ cookie, address, agent }: Visitor): Headers => new Headers({ cookie, 'x-visitor-address': address, 'user-agent': agent })

async function makeAuth(house: House) {
  const [{ betterAuth }, secret] = await Promise.all([import('better-auth'), readSecret(house)])
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    appName: 'Changke', baseURL: house.config.publicUrl, basePath: '/api/access', secret,
    telemetry: { enabled: false }, logger: { disabled: true }, rateLimit: { enabled: false },
    database: { db: house.db.withSchema('access'), type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 1_000 },
    session: { expiresIn: 14 * day, updateAge: day, fields: { ...times, userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' } },
    user: { fields: { ...times, emailVerified: 'email_verified' }, additionalFields: { role: { type: 'string', required: true, input: false } } },
    account: {
      fields: {
        ...times, userId: 'user_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at'
      }
    },
    verification: { fields: { ...times, expiresAt: 'expires_at' } },
    advanced: {
      database: { generateId: () => newId(house.clock()) },
      ipAddress: { ipAddressHeaders: ['x-visitor-address'] },
      useSecureCookies: house.config.publicUrl.startsWith('https:')
    }
  })
}
