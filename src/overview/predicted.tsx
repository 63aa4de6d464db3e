import { useQuery } from '@tanstack/react-query'
import { useAsOf } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { Figure } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { overviewWords } from './overview.words.ts'

/** Beside the money at risk by silence: what everybody is expected to spend, by prediction. Nothing until there is a prediction, and nothing for a past day. */
export function Predicted() {
  const { say } = useWords()
  const { money, num, day } = useFormat()
  const asOf = useAsOf()
  const may = mayOpen(useSession().rights, 'prediction.read')
  const { data } = useQuery({ queryKey: ['prediction'], queryFn: ({ signal }) => read('/api/prediction', { signal }), enabled: may && asOf === undefined })
  if (data === undefined || data.totals === null || data.model === null) return null
  const { totals, model, horizonDays, stamp } = data
  return (
    <Figure
      label={say(overviewWords.predicted, { days: horizonDays })} value={money(totals.spendMinor, { whole: true })} note={say(overviewWords.predictedNote, { buyers: num(Math.round(totals.buyers)) })} to="/prediction" search={{}}
      definition={{ id: 'prediction', version: stamp.definition.version, name: say(overviewWords.predictedName, { version: model.version }), n: totals.customers, window: `≤ ${day(data.scored?.asOf ?? stamp.asOf)}`, says: say(overviewWords.predictedSays, { days: horizonDays }) }}
    />
  )
}
