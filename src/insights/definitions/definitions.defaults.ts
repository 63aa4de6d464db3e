/** Version 1 of every definition, as code: the migration seeds the same, and the headless report uses it without a database. */
import type { BehaviourParameters, CohortsParameters, DefinitionId, ForecastParameters, LifecycleParameters, PredictionParameters, RfmParameters } from './definitions.schema.ts'

/** A definition as a question uses it. */
export interface Rule<P> {
  readonly id: DefinitionId
  readonly version: number
  readonly owner: string
  readonly parameters: P
}

const owner = 'Changke'

export const rfmRule: Rule<RfmParameters> = {
  id: 'rfm', version: 1, owner,
  parameters: { cleaning: 'net', frequency: 'orders', windowDays: null, quintiles: 'type7', cutOffs: { recency: null, frequency: null, monetary: null } }
}

export const lifecycleRule: Rule<LifecycleParameters> = {
  id: 'lifecycle', version: 1, owner,
  parameters: {
    cleaning: 'net', horizonDays: 365, returnDays: 90, atRiskShare: 0.8, lapsedShare: 0.95, newDays: 30, leastObserved: 30, perCategory: true,
    fixed: { one: null, repeat: null }
  }
}

export const cohortsRule: Rule<CohortsParameters> = { id: 'cohorts', version: 1, owner, parameters: { cleaning: 'net' } }

export const behaviourRule: Rule<BehaviourParameters> = {
  id: 'behaviour', version: 1, owner,
  parameters: {
    cleaning: 'net', windowDays: 365, periodDays: 90, topProducts: 300, leastPairOrders: 10, falseDiscovery: 0.05, usualMonths: 3, usualLines: 5, belowShare: 0.005,
    promotionShare: 0.05, leastPriceWeeks: 12, leastCustomers: 30
  }
}

export const forecastRule: Rule<ForecastParameters> = { id: 'forecast', version: 1, owner, parameters: { cleaning: 'net', anonymous: true, level: 0.8, leastOccurrences: 2 } }

export const predictionRule: Rule<PredictionParameters> = {
  id: 'prediction', version: 1, owner,
  parameters: { cleaning: 'net', horizonDays: 90, valueDays: 365, discountRate: 0.1, leastCustomers: 500, leastDays: 180, origins: 3 }
}
