/** The models behind the figures, as the API and the console name them. */
import { Type, type Static } from 'typebox'
import { Bilingual } from './definitions.schema.ts'

export const modelNames = [
  'recency', 'bg_nbd', 'mbg_nbd', 'pareto_nbd', 'gamma_gamma', 'bg_bb', 'sbg', 'lifetime_value',
  'kaplan_meier', 'cox', 'logistic', 'trees',
  'association', 'price_response',
  'seasonal_naive', 'ets', 'theta', 'stl', 'croston',
  'welch', 'shares', 'ratio_metric', 'cuped', 'sample_ratio', 'power', 'always_valid', 'multiple_comparisons',
  'uplift', 'qini', 'heterogeneity', 'media_mix', 'budget',
  'net_promoter', 'satisfied_share', 'reliability', 'relative_weights', 'pls'
] as const

export const ModelName = Type.Enum(modelNames)
export type ModelName = Static<typeof ModelName>

export const ModelText = Type.Object({
  says: Type.Object({ zh: Type.String(), en: Type.String() }, { description: 'what the figure means' }),
  assumes: Bilingual,
  fails: Type.Object({ zh: Type.String(), en: Type.String() }, { description: 'when not to trust it' }),
  source: Type.String({ description: 'the publication it follows' }),
  checked: Type.Object({ zh: Type.String(), en: Type.String() }, { description: 'the numbers it is held to' })
})
export type ModelText = Static<typeof ModelText>

export const Model = Type.Object({ name: ModelName, title: Bilingual, ...ModelText.properties })
export type Model = Static<typeof Model>

export const ModelList = Type.Object({ items: Type.Array(Type.Object({ name: ModelName, title: Bilingual })), next: Type.Null() })
