import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Go } from '#web/address.tsx'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Progress } from '#web/progress.tsx'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { PageWait } from '#web/shell.tsx'
import { NoOrders } from '../definitions/definitions.mark.tsx'
import { ModelNote } from '../definitions/models.note.tsx'
import { Calibration } from './prediction.calibration.tsx'
import { Candidates } from './prediction.contestants.tsx'
import { Past } from './prediction.past.tsx'
import { Worth } from './prediction.worth.tsx'
import { Ranked } from './prediction.ranked.tsx'
import { predictionPageWords as words } from './prediction.page.words.ts'
import type { Prediction } from './prediction.schema.ts'
import { candidateNames } from './prediction.words.ts'
import '../definitions/insights.css'

/** Who will buy again, and how much? */
export function PredictionPage() {
  const { say } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['prediction'], queryFn: ({ signal }) => read('/api/prediction', { signal }),
    // Work is followed while it goes on, and waited for before it begins.
    refetchInterval: ({ state: { data: found } }) => (found === undefined ? false : found.job !== null ? 1_000 : found.state === 'ready' && found.scored?.current === true ? false : 5_000)
  })
  if (error !== null && data === undefined) return <div className="ck-page"><ErrorNote error={error} onRetry={refetch} /></div>
  if (data === undefined) return <PageWait />
  if (data.state === 'gate' && data.gate.customers === 0) return <div className="ck-page"><NoOrders /></div>
  return (
    <div className="ck-page">
      {data.state === 'ready' && <Question asks={say(words.question)} answer={<Answer data={data} />} />}
      {error !== null && <ErrorNote error={error} onRetry={refetch} />}
      {data.state === 'gate' && <EmptyStart isPage title={say(words.gateTitle)} why={say(words.gateWhy, { missing: data.gate.missing.map((one) => say(one)).join('; ') })}><Go to="/imports" className="ck-button">{say(words.import)}</Go></EmptyStart>}
      {data.state === 'waiting' && <EmptyStart isPage title={say(words.waitingTitle)} why={say(words.waitingWhy)}>{data.job === null && <Begin label={say(words.begin)} />}</EmptyStart>}
      {data.job !== null && <Progress unit="steps" title={data.job.sentence === null ? say(words.working) : say(data.job.sentence)} done={data.job.done} total={data.job.total} />}
      {data.state === 'ready' && <Ready data={data} />}
    </div>
  )
}

function Ready({ data }: { readonly data: Prediction }) {
  const { say } = useWords()
  const { day, num } = useFormat()
  const { model, scored } = data
  return (
    <>
      {scored !== null && !scored.current && data.job === null && <p className="ck-soft" role="status">{say(words.outdated, { day: day(scored.asOf) })}</p>}
      <Ranked data={data} />
      <Candidates data={data} />
      <div className="ck-columns"><Calibration data={data} /><Past data={data} /></div>
      <Worth data={data} />
      <Card title={say(words.notes)} aside={data.job === null && <Begin label={say(words.again)} isQuiet />}>
        <ul className="in-marks">{data.notes.map((note) => <li key={note.en}>{say(note)}</li>)}</ul>
        <ModelNote name="gamma_gamma" />
      </Card>
      {model !== null && scored !== null && (
        <p className="ck-soft ck-small">
          {say(words.stamp, { version: model.version, name: say(candidateNames[model.candidate]), n: num(model.n), asOf: day(model.asOf), seed: String(model.seed), day: day(scored.asOf), customers: num(scored.n), definition: model.definitionVersion })}
        </p>
      )}
    </>
  )
}

function Begin({ label, isQuiet = false }: { readonly label: string, readonly isQuiet?: boolean }) {
  const may = mayOpen(useSession().rights, 'prediction.write')
  const begin = useDeed((_: undefined, key) => write('post', '/api/prediction/runs', { body: { fit: true }, key }), { stale: [['prediction']] })
  if (!may) return null
  return <><Button type={isQuiet ? 'default' : 'primary'} size={isQuiet ? 'small' : 'middle'} loading={begin.isPending} onClick={() => begin.mutate(undefined)}>{label}</Button>{begin.error !== null && <ErrorNote error={begin.error} />}</>
}

function Answer({ data: { totals, horizonDays } }: { readonly data: Prediction }) {
  const { say, tell } = useWords()
  const { num, money } = useFormat()
  if (totals === null) return null
  return tell(words.answer, {
    days: num(horizonDays), customers: num(totals.customers), buyers: <Mark tone="accent">{num(Math.round(totals.buyers))}</Mark>, purchases: <Mark>{num(Math.round(totals.purchases))}</Mark>,
    spend: <Mark tone="accent">{money(totals.spendMinor, { whole: true })}</Mark>, doubt: <Mark tone="risk">{money(totals.doubtMinor, { whole: true })}</Mark>, basis: say(words[totals.basis])
  })
}
