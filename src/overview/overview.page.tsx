import { Question } from '#web/question.tsx'
import { useWords } from '#web/locale.tsx'
import { overviewWords } from './overview.words.ts'

export function OverviewPage() {
  const { say } = useWords()
  return <div className="ck-page"><Question asks={say(overviewWords.question)} answer="…" /></div>
}
