/** Every statement on adapters.*. */
import { sql } from 'kysely'
import type { Db, Trx } from '#foundation/db.ts'

export const saveKeys = (trx: Trx, platform: string, parameters: object, author: string, now: Date): Promise<unknown> =>
  sql`insert into adapters.setting (platform, parameters, author, at) values (${platform}, ${JSON.stringify(parameters)}::jsonb, ${author}, ${now.toISOString()}::timestamptz)
    on conflict (platform) do update set parameters = excluded.parameters, author = excluded.author, at = excluded.at`.execute(trx)

export const findKeys = async (db: Db | Trx, platform: string): Promise<unknown> => (await sql<{ parameters: unknown }>`select parameters from adapters.setting where platform = ${platform}`.execute(db)).rows[0]?.parameters

export interface Message { readonly platform: string, readonly id: string, readonly subject: string, readonly content: string, readonly body: object, readonly at: Date }

/** Claims the message, or answers what was answered when it first came: whoever came first has committed by then. */
export async function claim(trx: Trx, m: Message, now: Date): Promise<{ readonly content: string, readonly answer: unknown } | undefined> {
  const { rows } = await sql`insert into adapters.message (platform, message_id, subject, content, body, state, answer, happened_at, received_at)
    values (${m.platform}, ${m.id}, ${m.subject}, ${m.content}, ${JSON.stringify(m.body)}::jsonb, 'done', '{}'::jsonb, ${m.at.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz) on conflict do nothing returning message_id`.execute(trx)
  if (rows.length > 0) return undefined
  return (await sql<{ content: string, answer: unknown }>`select content, answer from adapters.message where platform = ${m.platform} and message_id = ${m.id}`.execute(trx)).rows[0]
}

export const conclude = (trx: Trx, platform: string, id: string, state: 'done' | 'waiting' | 'outdated', answer: object): Promise<unknown> =>
  sql`update adapters.message set state = ${state}, answer = ${JSON.stringify(answer)}::jsonb where platform = ${platform} and message_id = ${id}`.execute(trx)

export interface Subject { readonly customerId: string | null, readonly latestAt: Date | null }

/** Locks what is known of a subject: messages about one come one after the other. */
export async function lockSubject(trx: Trx, platform: string, subject: string): Promise<Subject> {
  await sql`insert into adapters.subject (platform, subject) values (${platform}, ${subject}) on conflict do nothing`.execute(trx)
  const [row] = (await sql<Subject>`update adapters.subject set subject = subject where platform = ${platform} and subject = ${subject} returning customer_id as "customerId", latest_at as "latestAt"`.execute(trx)).rows
  return row ?? { customerId: null, latestAt: null }
}

export const saveSubject = (trx: Trx, platform: string, subject: string, customerId: string | null, latestAt: Date): Promise<unknown> =>
  sql`update adapters.subject set customer_id = coalesce(${customerId}::uuid, customer_id), latest_at = greatest(latest_at, ${latestAt.toISOString()}::timestamptz) where platform = ${platform} and subject = ${subject}`.execute(trx)

export const waitingFor = async (trx: Trx, platform: string, subject: string): Promise<readonly { readonly id: string, readonly body: unknown }[]> =>
  (await sql<{ id: string, body: unknown }>`select message_id as id, body from adapters.message where platform = ${platform} and subject = ${subject} and state = 'waiting' order by happened_at, message_id`.execute(trx)).rows

export const beginBooking = (trx: Trx): Promise<unknown> => sql`savepoint booking`.execute(trx)
export const undoBooking = (trx: Trx): Promise<unknown> => sql`rollback to savepoint booking`.execute(trx)
