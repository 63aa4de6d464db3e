import { Go, useHasPage } from '#web/address.tsx'
import { EmptyStart } from '#web/empty.tsx'
import { useWords } from '#web/locale.tsx'
import { overviewWords } from './overview.words.ts'

/** The first minute: nothing is there yet, and two ways to begin. */
export function Start({ isFilling }: { readonly isFilling: boolean }) {
  const { say } = useWords()
  const hasPage = useHasPage()
  return (
    <div className="ck-page">
      <EmptyStart isPage title={say(overviewWords.emptyTitle)} why={<p>{say(overviewWords.emptyWhy)}</p>}>
        {hasPage('/imports') && <Go to="/imports" className="ck-button">{say(overviewWords.import)}</Go>}
      </EmptyStart>
      {isFilling && <p role="status" className="ck-soft">{say(overviewWords.counting)}</p>}
    </div>
  )
}
