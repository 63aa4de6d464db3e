import type { Static } from 'typebox'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { ladderWords as words, tiersPageWords } from './tiers.page.words.ts'
import type { Preview } from './tiers.schema.ts'

/** What the change says in words, and how many would be in which tier. */
export function LadderPreview({ preview, error, isStale }: { readonly preview: Static<typeof Preview> | undefined, readonly error: unknown, readonly isStale: boolean }) {
  const { say } = useWords()
  const { num, change } = useFormat()
  if (error !== null && error !== undefined) return <ErrorNote error={error} />
  return (
    <section className="ti-tier" aria-busy={isStale} aria-live="polite">
      <h3>{say(words.preview)}</h3>
      {preview === undefined ? <div className="ck-wait" aria-busy><span /><span /></div> : (
        <>
          <ul className="ti-terms">{preview.changes.map((line) => <li key={line.en}>{say(line)}</li>)}</ul>
          <p>{say(words.people, { rising: num(preview.rising), falling: num(preview.falling) })}</p>
          <div className="ck-table" tabIndex={0} role="region" aria-label={say(words.preview)}>
            <table>
              <thead><tr><th scope="col">{say(tiersPageWords.tier)}</th><th scope="col" className="ck-end">{say(words.now)}</th><th scope="col" className="ck-end">{say(words.then)}</th><th scope="col" className="ck-end">{say(words.always)}</th></tr></thead>
              <tbody>
                {preview.tiers.map((row) => (
                  <tr key={row.tier}>
                    <th scope="row">{say(row.name)}</th><td className="ck-end">{num(row.now)}</td>
                    <td className="ck-end">{num(row.then)}{row.then !== row.now && <span className="ck-soft"> {change(row.then - row.now)}</span>}</td><td className="ck-end">{num(row.always)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {preview.drawn < preview.members && <p className="ck-soft ck-small">{say(words.drawn, { drawn: num(preview.drawn), members: num(preview.members) })}</p>}
        </>
      )}
    </section>
  )
}
