import type { DefinitionRef } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Lifecycle } from '../insights/lifecycle/lifecycle.schema.ts'
import { overviewWords } from './overview.words.ts'

/** The lifecycle definition behind these figures, with its version, window and n. */
export function useLifecycleDefinition(now: Lifecycle | undefined): DefinitionRef | undefined {
  const { say } = useWords()
  const { percent, num } = useFormat()
  if (now === undefined) return undefined
  const { id, version, parameters } = now.stamp.definition
  const share = (name: string, usual: number) => { const found = parameters[name]; return percent(typeof found === 'number' ? found : usual) }
  return {
    id, version, name: say(overviewWords.lifecycle), n: now.stamp.n, window: say(overviewWords.window, { days: num(now.horizonDays) }),
    says: say(overviewWords.lifecycleSays, { risk: share('atRiskShare', 0.8), lapsed: share('lapsedShare', 0.95) })
  }
}
