/**
 * Definitions: what a figure means, as an object with a version. A new version never changes an old one, so a figure that names version 1 keeps meaning
 * what it meant when it was printed.
 */
import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import type { Day } from '#foundation/zone.ts'
import { behaviourRule, cohortsRule, forecastRule, lifecycleRule, predictionRule, rfmRule, type Rule } from './definitions.defaults.ts'
import { BehaviourParameters, CohortsParameters, DefinitionId, ForecastParameters, LifecycleParameters, PredictionParameters, RfmParameters, type Definition, type DefinitionList, type NewVersion } from './definitions.schema.ts'
import * as sql from './definitions.sql.ts'
import { definitionMeanings, definitionTitles, definitionWords } from './definitions.words.ts'

export { behaviourRule, cohortsRule, forecastRule, lifecycleRule, predictionRule, rfmRule, type Rule } from './definitions.defaults.ts'

interface Asked { readonly today: Day, readonly version?: number | undefined }

/** The rule that a question uses: the version asked for, or the newest that is valid today. */
export const rfmRuleOf = (db: Db | Trx, asked: Asked): Promise<Rule<RfmParameters>> => ruleOf(db, 'rfm', RfmParameters, rfmRule, asked)
export const lifecycleRuleOf = (db: Db | Trx, asked: Asked): Promise<Rule<LifecycleParameters>> => ruleOf(db, 'lifecycle', LifecycleParameters, lifecycleRule, asked)
export const cohortsRuleOf = (db: Db | Trx, asked: Asked): Promise<Rule<CohortsParameters>> => ruleOf(db, 'cohorts', CohortsParameters, cohortsRule, asked)
export const behaviourRuleOf = (db: Db | Trx, asked: Asked): Promise<Rule<BehaviourParameters>> => ruleOf(db, 'behaviour', BehaviourParameters, behaviourRule, asked)
export const forecastRuleOf = (db: Db | Trx, asked: Asked): Promise<Rule<ForecastParameters>> => ruleOf(db, 'forecast', ForecastParameters, forecastRule, asked)
export const predictionRuleOf = (db: Db | Trx, asked: Asked): Promise<Rule<PredictionParameters>> => ruleOf(db, 'prediction', PredictionParameters, predictionRule, asked)

async function ruleOf<S extends TSchema>(db: Db | Trx, id: DefinitionId, schema: S, fallback: Rule<Static<S>>, { today, version }: Asked): Promise<Rule<Static<S>>> {
  const row = version === undefined ? await sql.findCurrent(db, id, today) : await sql.findVersion(db, id, version)
  if (!row && version !== undefined) throw new Refusal('definitions.unknown_version', 404, definitionWords.unknownVersion, { id, version })
  if (!row) return fallback
  return { id, version: row.version, owner: row.owner, parameters: Value.Parse(schema, row.parameters) }
}

export async function listDefinitions(db: Db | Trx, today: Day): Promise<DefinitionList> {
  const rows = await sql.listVersions(db)
  const current = new Map<string, number>()
  for (const { id, version, validFrom } of rows) if (validFrom <= today && !current.has(id)) current.set(id, version)
  return { items: rows.map((row) => definitionOf(row, current.get(row.id) === row.version)), next: null }
}

const schemas = { rfm: RfmParameters, lifecycle: LifecycleParameters, cohorts: CohortsParameters, behaviour: BehaviourParameters, forecast: ForecastParameters, prediction: PredictionParameters } as const

type Change = Readonly<Record<string, unknown>>

/** What the version that holds today would be with some parameters changed; refused where that makes no sense. */
async function changed(db: Db | Trx, id: DefinitionId, change: Change, today: Day): Promise<Change> {
  const before = await sql.findCurrent(db, id, today)
  const parameters = { ...(isRecord(before?.parameters) ? before.parameters : {}), ...change }
  const [fault] = Value.Errors(schemas[id], parameters)
  if (fault) throw new Refusal('definitions.wrong_parameters', 422, definitionWords.wrongParameters, { id, path: fault.instancePath, message: fault.message })
  refuseNonsense(id, parameters)
  return parameters
}

/** A rule that nobody has published yet, to see what it would change. It has no version of its own: it names the one that it would follow. */
export const triedRfmRule = (db: Db | Trx, change: Change, today: Day): Promise<Rule<RfmParameters>> => triedRule(db, 'rfm', RfmParameters, rfmRule, change, today)
export const triedLifecycleRule = (db: Db | Trx, change: Change, today: Day): Promise<Rule<LifecycleParameters>> => triedRule(db, 'lifecycle', LifecycleParameters, lifecycleRule, change, today)
export const triedBehaviourRule = (db: Db | Trx, change: Change, today: Day): Promise<Rule<BehaviourParameters>> => triedRule(db, 'behaviour', BehaviourParameters, behaviourRule, change, today)

async function triedRule<S extends TSchema>(db: Db | Trx, id: DefinitionId, schema: S, fallback: Rule<Static<S>>, change: Change, today: Day): Promise<Rule<Static<S>>> {
  const { version, owner } = await ruleOf(db, id, schema, fallback, { today })
  return { id, version, owner, parameters: Value.Parse(schema, await changed(db, id, change, today)) }
}

/** Adds a version. What it does not name stays as it is in the version that holds today. */
export async function publishVersion(trx: Trx, id: DefinitionId, change: NewVersion, publisher: { readonly owner: string, readonly today: Day }, now: Date): Promise<Definition> {
  const parameters = await changed(trx, id, change.parameters, publisher.today)
  const validFrom = change.validFrom ?? publisher.today
  const row = await sql.insertVersion(trx, { id, owner: publisher.owner, parameters: JSON.stringify(parameters), validFrom, note: change.note ?? '' }, now)
  return definitionOf(row, validFrom <= publisher.today)
}

/** What a schema cannot say. */
function refuseNonsense(id: DefinitionId, parameters: Readonly<Record<string, unknown>>): void {
  if (id === 'rfm') {
    for (const edges of Object.values(Value.Parse(RfmParameters, parameters).cutOffs)) {
      if (edges?.some((edge, k) => k > 0 && edge <= (edges[k - 1] ?? edge))) throw new Refusal('definitions.cut_offs_must_rise', 422, definitionWords.cutOffsMustRise)
    }
  }
  if (id === 'lifecycle') {
    const { atRiskShare, lapsedShare, fixed } = Value.Parse(LifecycleParameters, parameters)
    const turned = [fixed.one, fixed.repeat].some((days) => days !== null && days.lapsedAfterDays < days.atRiskAfterDays)
    if (lapsedShare <= atRiskShare || turned) throw new Refusal('definitions.shares_must_rise', 422, definitionWords.sharesMustRise)
  }
}

interface Row { readonly id: string, readonly version: number, readonly owner: string, readonly parameters: unknown, readonly validFrom: string, readonly note: string, readonly createdAt: Date }

function definitionOf(row: Row, current: boolean): Definition {
  const id = Value.Parse(DefinitionId, row.id)
  return {
    id, version: row.version, owner: row.owner, title: definitionTitles[id], meaning: definitionMeanings[id], parameters: Value.Parse(Type.Record(Type.String(), Type.Unknown()), row.parameters),
    validFrom: row.validFrom, note: row.note, createdAt: row.createdAt.toISOString(), current
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
