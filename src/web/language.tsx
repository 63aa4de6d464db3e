import { useEffect } from 'react'
import type { Locale } from '#foundation/words.ts'
import { write } from './client.ts'
import { kept } from './keepsake.ts'
import { isLocale, useWords } from './locale.tsx'
import { useSession } from './session.tsx'

/** Chooses the language here and remembers it with the person, so that the next browser speaks it too. */
export function useSettledLocale(): (locale: Locale) => void {
  const { setLocale } = useWords()
  return (locale) => {
    setLocale(locale)
    // Only a convenience on other machines: here the choice holds, whatever becomes of this request.
    void write('patch', '/api/access/me', { body: { locale } }).catch(() => undefined)
  }
}

/** In a browser where nobody has chosen a language yet, the person's own. */
export function OwnLocale() {
  const { locale, setLocale } = useWords()
  const { user } = useSession()
  useEffect(() => {
    const own = user.locale ?? undefined
    if (isLocale(own) && own !== locale && kept('locale') === undefined) setLocale(own)
  }, [user.locale, locale, setLocale])
  return null
}
