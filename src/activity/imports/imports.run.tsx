import { useStream, Progress } from '#web/progress.tsx'
import { useWords } from '#web/locale.tsx'
import { importsPageWords as words } from './imports.page.words.ts'

interface Run {
  readonly state: string
  readonly done: number
  readonly total: number | null
  readonly secondsLeft: number | null
  readonly sentence: { readonly zh: string, readonly en: string } | null
}

const isRun = (found: unknown): found is Run => typeof found === 'object' && found !== null && 'state' in found && 'done' in found && 'total' in found
const isOver = ({ state }: Run): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** Rows and seconds left, as they happen. */
export function RunBar({ runId, onCancel }: { readonly runId: string, readonly onCancel: (() => void) | undefined }) {
  const { say, locale } = useWords()
  const run = useStream(`/api/jobs/${runId}/progress`, isRun, isOver)
  const title = run?.sentence ? (locale === 'en' ? run.sentence.en : run.sentence.zh) : say(words.waiting)
  return <Progress title={title} done={run?.done ?? 0} total={run?.total ?? null} secondsLeft={run?.secondsLeft ?? null} onCancel={onCancel} />
}
