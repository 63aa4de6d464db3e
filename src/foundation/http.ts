/**
 * The edge. Default deny: a route that names no right keeps the server from starting. Every write goes through `request.write`, which opens the
 * transaction and binds the outcome to the Idempotency-Key. Every "no" leaves as RFC 9457 problem+json in the reader's language, with both sentences.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { Trx } from './db.ts'
import type { Group } from './group.ts'
import type { House } from './house.ts'
import type { Locale } from './words.ts'

export interface Actor {
  readonly userId: string
  readonly name: string
  readonly role: string
  readonly rights: ReadonlySet<string>
}

export type HouseApp = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, TypeBoxTypeProvider>
export type Routes = (app: HouseApp, house: House) => Promise<void>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The right a caller needs; `public` says on purpose that nobody needs one. */
    right?: string
    /** A write that is not bound to an Idempotency-Key, and why: streaming uploads, sign-in. */
    keyless?: string
  }
  interface FastifyInstance {
    /** Every right that a route asks for. */
    readonly rights: ReadonlySet<string>
  }
  interface FastifyRequest {
    actor: Actor
    locale: Locale
    /** Runs the work in one transaction, once per Idempotency-Key: the same request again gets the stored answer. */
    write: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>
    /** The same, with others who ask at the same time in one transaction; every one of them with an outcome of its own. */
    grouped: <I, A>(group: Group<I, A>, input: I) => Promise<A>
  }
}
