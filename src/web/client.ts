/** The same API that everybody else has, typed by its own OpenAPI description: a route that changes its shape breaks the page at type check, not at a customer's. */
import { addressOf, answerOf, headers, reach, type Query } from './api.ts'
import type { paths } from './api.generated.ts'
import { newKey } from './key.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type PathOf<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths]
type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? paths[P][M] : never
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Exclude<Q, undefined> : never
type PlacesOf<O> = O extends { parameters: { path: infer Places } } ? Places : never
type BodyOf<O> = O extends { requestBody?: { content: infer C } } ? C[keyof C] : never
type AnswerOf<O> = O extends { responses: infer R } ? { [S in keyof R]: S extends 200 | 201 | 202 ? (R[S] extends { content: { 'application/json': infer A } } ? A : undefined) : never }[keyof R] : never
type Part<Name extends string, Value> = [Value] extends [never] ? unknown : object extends Value ? { readonly [N in Name]?: Value } : { readonly [N in Name]: Value }

/** What reading a path answers. */
export type AnswerAt<P extends PathOf<'get'>> = AnswerOf<Operation<P, 'get'>>
/** Lists behind a cursor: `{ items, next }`. */
export type ListPath = { [P in PathOf<'get'>]: AnswerOf<Operation<P, 'get'>> extends { items: readonly unknown[], next: string | null } ? P : never }[PathOf<'get'>]
export type RowOf<P extends ListPath> = AnswerOf<Operation<P, 'get'>> extends { items: readonly (infer Row)[] } ? Row : never
export type ListQuery<P extends ListPath> = Omit<QueryOf<Operation<P, 'get'>>, 'after' | 'limit'>

type Asked<O> = Part<'query', QueryOf<O>> & Part<'path', PlacesOf<O>> & { readonly signal?: AbortSignal }
/** Keep one key for as long as a form means the same deed (`useState(newKey)`): a retry then cannot do it twice. */
type Sent<O> = Part<'query', QueryOf<O>> & Part<'path', PlacesOf<O>> & Part<'body', BodyOf<O>> & { readonly key?: string }

interface Parts { readonly query?: Query, readonly path?: Readonly<Record<string, string | number>>, readonly body?: unknown, readonly key?: string, readonly signal?: AbortSignal }

/** `read('/api/lifecycle', { query: { asOf }, signal })` */
export async function read<P extends PathOf<'get'>>(path: P, asked: Asked<Operation<P, 'get'>>): Promise<AnswerOf<Operation<P, 'get'>>> {
  const { signal, ...parts }: Parts = asked
  return answerOf(await reach(placed(path, parts), { headers: headers(), ...(signal ? { signal } : {}) }))
}

/** `write('put', '/api/business', { body, key })` */
export async function write<M extends Exclude<Method, 'get'>, P extends PathOf<M>>(method: M, path: P, sent: Sent<Operation<P, M>>): Promise<AnswerOf<Operation<P, M>>> {
  const { body, key = newKey(), ...parts }: Parts = sent
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  return answerOf(await reach(placed(path, parts), { method: method.toUpperCase(), headers: { ...headers(), ...type, 'idempotency-key': key }, ...content }))
}

const placed = (path: string, { path: places = {}, query = {} }: Parts): string =>
  addressOf(path.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] === undefined ? whole : encodeURIComponent(places[name])), query)
