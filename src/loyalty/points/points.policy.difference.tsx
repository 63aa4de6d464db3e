import { useWords } from '#web/locale.tsx'
import { policyPageWords as words } from './points.policy.words.ts'
import type { PolicyParameters } from './points.schema.ts'
import { termsOf } from './points.terms.words.ts'

/** What one policy says otherwise than another, sentence by sentence. */
export function PolicyDifference({ before, after }: { readonly before: PolicyParameters, readonly after: PolicyParameters }) {
  const { say } = useWords()
  const lines = Object.entries(after).flatMap(([currency, is]) => {
    const was = before[currency]
    const old = was === undefined ? [] : [was.name, ...termsOf(was)]
    return [is.name, ...termsOf(is)].flatMap((sentence, place) => {
      const former = old[place]
      if (former !== undefined && former.zh === sentence.zh && former.en === sentence.en) return []
      // A name that was changed in the other language shows both, so that the line tells something.
      const told = former !== undefined && say(former) === say(sentence) ? (one: typeof sentence) => `${one.zh} / ${one.en}` : say
      return [<li key={`${currency} ${place}`}><strong>{say(is.name)}</strong> {former !== undefined && <s>{told(former)}</s>} {told(sentence)}</li>]
    })
  })
  return lines.length === 0 ? <p className="ck-soft ck-small">{say(words.same)}</p> : <ul className="ck-small po-lines">{lines}</ul>
}
