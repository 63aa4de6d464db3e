/** The models behind the figures: one text each, for the console, the API and docs/models.md. */
import { behaviourModels } from './models.behaviour.words.ts'
import { buyingModels } from './models.buying.words.ts'
import { experimentModels } from './models.experiments.words.ts'
import { forecastingModels } from './models.forecasting.words.ts'
import { leavingModels } from './models.leaving.words.ts'
import { satisfactionModels } from './models.satisfaction.words.ts'
import { targetingModels } from './models.targeting.words.ts'
import { modelTitles } from './models.titles.words.ts'
import { modelNames, type Model, type ModelName, type ModelText } from './models.schema.ts'

const texts: Readonly<Record<ModelName, ModelText>> = {
  ...buyingModels, ...leavingModels, ...behaviourModels, ...forecastingModels, ...experimentModels, ...targetingModels, ...satisfactionModels
}

export const modelOf = (name: ModelName): Model => ({ name, title: modelTitles[name], ...texts[name] })

export const allModels = (): readonly Model[] => modelNames.map(modelOf)
