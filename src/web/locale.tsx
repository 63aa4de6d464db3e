import { createContext, Fragment, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { say, type Locale, type Sentence, type Values } from '#foundation/words.ts'
import { keep, kept } from './keepsake.ts'

export interface Words {
  readonly locale: Locale
  readonly setLocale: (locale: Locale) => void
  /** The sentence as text. */
  readonly say: (sentence: Sentence, values?: Values) => string
  /** The sentence with elements in its places: numbers to highlight, links. */
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
  return text.split(/(\{\w+\})/).map((piece, place) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1]
    return <Fragment key={place}>{name === undefined ? piece : values[name] ?? piece}</Fragment>
  })
}
