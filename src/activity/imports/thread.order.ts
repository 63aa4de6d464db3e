/** What the threads of an import are begun with. */
import type { ImportTask } from './importing.ts'

export interface Order {
  readonly task: ImportTask
  readonly url: string
  /** Where the clock of the house stands as the work begins. */
  readonly now: number
}

/** What `workerData` holds was put there by `runImport`; the check is for the type's sake. */
export const isOrder = (value: unknown): value is Order => typeof value === 'object' && value !== null && 'task' in value && 'url' in value
