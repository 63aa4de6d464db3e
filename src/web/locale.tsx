import { createContext, Fragment, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { isOne, placeholder, say, type Locale, type Sentence, type Values } from '#foundation/words.ts'
import { keep, kept } from './keepsake.ts'

export interface Words {
  readonly locale: Locale
  readonly setLocale: (locale: Locale) => void
  /** The sentence as text. */
  readonly say: (sentence: Sentence, values?: Values) => string
  /** The sentence with elements in its places: numbers to highlight, links. Words that bend by number take the plain number under a name of its own. */
  readonly tell: (sentence: Sentence, values: Readonly<Record<string, ReactNode>>) => ReactNode
}

const WordsContext = createContext<Words | undefined>(undefined)

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === undefined) throw new Error('useWords outside of WordsProvider')
  return words
}

export const isLocale = (text: string | undefined): text is Locale => text === 'zh-CN' || text === 'en'

/** What the person chose before; otherwise the browser's first language that we speak; Chinese when it speaks neither. */
function firstLocale(): Locale {
  const chosen = kept('locale')
  if (isLocale(chosen)) return chosen
  for (const language of navigator.languages) {
    if (language.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (language.toLowerCase().startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(() => {
    const first = firstLocale()
    // The API client reads the language from the document, and the first request leaves before an effect would run.
    document.documentElement.lang = first
    return first
  })
  useEffect(() => { document.documentElement.lang = locale }, [locale])
  const words = useMemo<Words>(() => ({
    locale,
    setLocale: (next) => {
      keep('locale', next)
      document.documentElement.lang = next
      setLocale(next)
    },
    say: (sentence, values) => say(sentence, locale, values),
    tell: (sentence, values) => told(locale === 'en' ? sentence.en : sentence.zh, values)
  }), [locale])
  return <WordsContext value={words}>{children}</WordsContext>
}

function told(text: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  const pieces: ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(placeholder)) {
    const [whole, name = '', one, many] = match
    pieces.push(text.slice(end, match.index), one !== undefined && many !== undefined ? (isOne(values[name]) ? one : many) : values[name] ?? whole)
    end = match.index + whole.length
  }
  return [...pieces, text.slice(end)].map((piece, place) => <Fragment key={place}>{piece}</Fragment>)
}
