import { useHasPage } from '#web/address.tsx'
import { DefinitionMark } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Tone } from '#web/palette.ts'
import { Card } from '#web/question.tsx'
import { StateBar, type State } from '#web/states.tsx'
import type { Lifecycle } from '../insights/lifecycle/lifecycle.schema.ts'
import { useLifecycleDefinition } from './definition.tsx'
import { customersIn } from './overview.data.tsx'
import { overviewWords, stateWords } from './overview.words.ts'

const tones = [['new', 'new'], ['active', 'accent'], ['at_risk', 'risk'], ['lapsed', 'lost']] as const satisfies readonly (readonly [keyof typeof stateWords, Tone])[]

/** Every customer who ever bought, in one state each; against a month ago; and how often "lapsed" turns out wrong. */
export function Where({ now, before }: { readonly now: Lifecycle | undefined, readonly before: Lifecycle | undefined }) {
  const { say } = useWords()
  const { change } = useFormat()
  const hasPage = useHasPage()
  const definition = useLifecycleDefinition(now)
  const noteOf = (state: keyof typeof stateWords): string | undefined => {
    if (now === undefined || before === undefined) return undefined
    const moved = customersIn(now, state) - customersIn(before, state)
    return moved === 0 ? say(overviewWords.same) : say(overviewWords.againstMonth, { change: change(moved) })
  }
  const states = tones.map(([state, tone]): State => ({
    key: state, tone, count: now === undefined ? undefined : customersIn(now, state), note: noteOf(state),
    label: <>{say(stateWords[state])}{state === 'active' && now !== undefined && customersIn(now, 'reactivated') > 0 && <small>{say(overviewWords.within, { n: customersIn(now, 'reactivated') })}</small>}{state === 'lapsed' && now !== undefined && <FalseLapse now={now} />}</>,
    ...(hasPage('/lifecycle') ? { to: '/lifecycle', search: { state } } : {})
  }))
  return (
    <Card title={say(overviewWords.where)} aside={now && definition && <DefinitionMark definition={definition}>{say(overviewWords.counted, { n: now.stamp.n })} · {say(overviewWords.lifecycle)} v{now.stamp.definition.version}</DefinitionMark>}>
      <StateBar states={states} />
    </Card>
  )
}

function FalseLapse({ now }: { readonly now: Lifecycle }) {
  const { say } = useWords()
  const { percent, day, num } = useFormat()
  if (now.quality === null || now.quality.falseLapse.of === 0) return null
  const { falseLapse, asOf, returnDays } = now.quality
  const definition = {
    id: now.stamp.definition.id, version: now.stamp.definition.version, name: say(overviewWords.lifecycle), n: falseLapse.of, interval: [percent(falseLapse.low), percent(falseLapse.high)] as const,
    says: say(overviewWords.falseLapseSays, { day: day(asOf), n: num(falseLapse.of), rate: percent(falseLapse.rate), days: num(returnDays), low: percent(falseLapse.low), high: percent(falseLapse.high) })
  }
  return <small><DefinitionMark definition={definition}>{say(overviewWords.falseLapse, { rate: percent(falseLapse.rate) })}</DefinitionMark></small>
}
