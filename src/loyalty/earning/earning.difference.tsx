import { useWords } from '#web/locale.tsx'
import type { Known } from './earning.names.tsx'
import { earningPageWords as words } from './earning.page.words.ts'
import type { Programme } from './earning.schema.ts'
import { sentenceOf } from './earning.sentence.words.ts'

/** What a programme says otherwise than another, rule by rule. */
export function Difference({ before, after, names }: { readonly before: Programme, readonly after: Programme, readonly names: Known }) {
  const { say } = useWords()
  const told = (rule: Programme['rules'][number]): string => say(sentenceOf(rule, names))
  const was = new Map(before.rules.map((rule) => [rule.key, rule]))
  const is = new Map(after.rules.map((rule) => [rule.key, rule]))
  const added = after.rules.filter(({ key }) => !was.has(key))
  const gone = before.rules.filter(({ key }) => !is.has(key))
  const altered = after.rules.flatMap((rule) => { const old = was.get(rule.key); return old !== undefined && JSON.stringify(old) !== JSON.stringify(rule) ? [{ old, rule }] : [] })
  const order = (programme: Programme, other: ReadonlyMap<string, unknown>): string => programme.rules.filter(({ key }) => other.has(key)).map(({ key }) => key).join(' ')
  const isMoved = order(before, is) !== order(after, was)
  const isOtherTerms = JSON.stringify([before.currencies, before.budgets, before.sources]) !== JSON.stringify([after.currencies, after.budgets, after.sources])
  if (added.length + gone.length + altered.length === 0 && !isMoved && !isOtherTerms) return <p className="ck-soft ck-small">{say(words.sameAs)}</p>
  return (
    <ul className="ck-small">
      {added.map((rule) => <li key={rule.key}><strong>{say(words.added)}</strong> {rule.name}: {told(rule)}</li>)}
      {gone.map((rule) => <li key={rule.key}><strong>{say(words.gone)}</strong> {rule.name}: <s>{told(rule)}</s></li>)}
      {altered.map(({ old, rule }) => <li key={rule.key}><strong>{say(words.altered)}</strong> {old.name === rule.name ? rule.name : <><s>{old.name}</s> {rule.name}</>}{told(old) !== told(rule) && <>: <s>{told(old)}</s> {told(rule)}</>}</li>)}
      {isMoved && <li>{say(words.moved)}</li>}
      {isOtherTerms && <li>{say(words.terms)}</li>}
    </ul>
  )
}
