/** Definitions: what is offered, in versions. */
import type { Db, Trx } from '#foundation/db.ts'
import { newId } from '#foundation/ids.ts'
import { Refusal } from '#foundation/refusal.ts'
import { readPolicy } from '../points/points.ts'
import { benefitWords } from './rewards.benefits.words.ts'
import * as sql from './rewards.definitions.sql.ts'
import type { Definition, NewDefinition } from './rewards.schema.ts'
import { refusalWords as words } from './rewards.words.ts'

export type DefinitionOf<K extends Definition['kind']> = Extract<Definition, { kind: K }>

export const isOf = <K extends Definition['kind']>(kind: K) => (one: Definition): one is DefinitionOf<K> => one.kind === kind

/** Every definition in its newest version. */
export const listDefinitions = (db: Db | Trx): Promise<readonly Definition[]> => sql.findDefinitions(db)

/** What is on offer now, of one kind. */
export async function activeOf<K extends Definition['kind']>(db: Db | Trx, kind: K): Promise<readonly DefinitionOf<K>[]> {
  return (await sql.findDefinitions(db)).filter(isOf(kind)).filter(({ active }) => active)
}

/** All versions of one, newest first. */
export const listVersions = (db: Db | Trx, definitionId: string): Promise<readonly Definition[]> => sql.findVersions(db, definitionId)

export async function definitionAt(db: Db | Trx, definitionId: string, version: number): Promise<Definition | undefined> {
  return (await sql.findVersions(db, definitionId)).find((one) => one.version === version)
}

/** A definition on offer, or a refusal that says why not. */
export async function requireActive<K extends Definition['kind']>(db: Db | Trx, kind: K, definitionId: string): Promise<DefinitionOf<K>> {
  const [newest] = await sql.findVersions(db, definitionId)
  if (newest === undefined || !isOf(kind)(newest)) throw new Refusal('rewards.unknown', 404, words.unknown, { definition: definitionId })
  if (!newest.active) throw new Refusal('rewards.ended', 409, words.ended, { definition: definitionId, titleZh: newest.title.zh, titleEn: newest.title.en })
  return newest
}

/** Writes a new version; another editor's version in between is never overwritten. */
export async function saveDefinition(trx: Trx, change: NewDefinition, author: string, now: Date): Promise<Definition> {
  const definitionId = change.definitionId ?? newId(now)
  const before = (await sql.findVersions(trx, definitionId))[0]
  if ((before?.version ?? 0) !== change.version) throw new Refusal('rewards.changed_meanwhile', 409, words.changedMeanwhile, { version: before?.version ?? 0 })
  if (before !== undefined && before.kind !== change.kind) throw new Refusal('rewards.other_kind', 409, words.otherKind, { kind: before.kind })
  await requireRewards(trx, change)
  await requireSound(trx, change, now)
  if (!(await sql.insertDefinition(trx, definitionId, change, author, now))) throw new Refusal('rewards.changed_meanwhile', 409, words.changedMeanwhile, { version: change.version + 1 })
  const [saved] = await sql.findVersions(trx, definitionId)
  if (saved === undefined) throw new Error('the definition was written')
  return saved
}

/** What a card, a gift or a level gives must be a reward of the catalogue. */
async function requireRewards(trx: Trx, { kind, parameters }: NewDefinition): Promise<void> {
  const wanted = kind === 'stamp_card' || kind === 'gift' ? [parameters.rewardId] : kind === 'mileage' ? parameters.levels.map(({ rewardId }) => rewardId) : kind === 'companion' && parameters.rewardId !== null ? [parameters.rewardId] : []
  if (wanted.length === 0) return
  const known = new Set((await sql.findDefinitions(trx)).filter(isOf('reward')).map(({ definitionId }) => definitionId))
  const missing = wanted.find((id) => !known.has(id))
  if (missing !== undefined) throw new Refusal('rewards.unknown', 422, words.unknown, { definition: missing })
}

/** What a rule cannot be, whatever the form allows. */
async function requireSound(trx: Trx, { kind, parameters }: NewDefinition, now: Date): Promise<void> {
  if (kind === 'offer' && parameters.shape.is === 'steps') {
    const steps = parameters.shape.steps.toSorted((a, b) => a.from - b.from)
    if (steps.some((step, at) => step.permille < (steps[at - 1]?.permille ?? 0))) throw new Refusal('rewards.falling_steps', 422, benefitWords.fallingSteps)
  }
  if (kind !== 'mileage') return
  const policy = (await readPolicy(trx, now)).parameters[parameters.currency]
  if (policy === undefined) throw new Refusal('rewards.no_currency', 422, benefitWords.noCurrency, { currency: parameters.currency })
  if (policy.spendable) throw new Refusal('rewards.spendable_miles', 422, benefitWords.spendableMiles, { currency: parameters.currency })
}
