import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { importsPageWords as words } from './imports.page.words.ts'
import type { CountsSchema } from './imports.schema.ts'

/** What an import did or would do, and every row it refused with its reason. */
export function CountsCard({ id, title, counts }: { readonly id: string, readonly title: string, readonly counts: CountsSchema }) {
  const { say, locale } = useWords()
  const { num } = useFormat()
  const text = (sentence: { readonly zh: string, readonly en: string }): string => locale === 'en' ? sentence.en : sentence.zh
  return (
    <Card title={title} aside={counts.rejected > 0 ? <a href={`/api/imports/${id}/rejects`} download>{say(words.download)}</a> : undefined}>
      <Figures>
        {(['rows', 'orders', 'lines', 'customers'] as const).map((name) => <Figure key={name} label={say(words[name])} value={num(counts[name])} />)}
        {(['known', 'conflicts', 'rejected'] as const).filter((name) => counts[name] > 0).map((name) => <Figure key={name} label={say(words[name])} value={num(counts[name])} />)}
      </Figures>
      {counts.rejectedBy.length > 0 && <><h3 className="ck-small">{say(words.reasons)}</h3><ul>{counts.rejectedBy.map(({ code, count, sentence }) => <li key={code}><span className="ck-num">{num(count)}</span> · {text(sentence)}</li>)}</ul></>}
      {counts.notes.length > 0 && <><h3 className="ck-small">{say(words.notes)}</h3><ul className="ck-soft">{counts.notes.map(({ code, sentence }) => <li key={code}>{text(sentence)}</li>)}</ul></>}
    </Card>
  )
}
