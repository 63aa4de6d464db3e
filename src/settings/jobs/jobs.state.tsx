import type { Sentence } from '#foundation/words.ts'
import { useWords } from '#web/locale.tsx'
import type { Tone } from '#web/palette.ts'
import { jobsPageWords as words } from './jobs.page.words.ts'
import type { JobRun, JobState } from './jobs.schema.ts'

export const stateNames: Readonly<Record<JobState, Sentence>> = { queued: words.queued, running: words.runningState, done: words.done, failed: words.failedState, cancelled: words.cancelled }
const tones: Readonly<Record<JobState, Tone>> = { queued: 'quiet', running: 'new', done: 'accent', failed: 'lost', cancelled: 'quiet' }

export function StateTag({ run }: { readonly run: JobRun }) {
  const { say } = useWords()
  return <span className="ck-tag" data-tone={tones[run.state]}>{say(run.cancelling ? words.cancelling : stateNames[run.state])}</span>
}

export const isOver = (run: JobRun): boolean => run.state === 'done' || run.state === 'failed' || run.state === 'cancelled'
