import { useId, type FormEvent, type ReactNode } from 'react'
import { useWords } from './locale.tsx'
import { signInWords } from './sign-in.words.ts'

interface DoorProps { readonly title: string, readonly lead: ReactNode, readonly onSubmit: () => void, readonly children: ReactNode }

/** The frame of the pages before the console: brand, the other language, one form. */
export function Door({ title, lead, onSubmit, children }: DoorProps) {
  const { say, locale, setLocale } = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <main className="ck-door">
      <div className="ck-door-top">
        <span className="ck-brand"><strong>常客</strong> <span>Changke</span></span>
        <button type="button" className="ck-text" lang={locale === 'en' ? 'zh-CN' : 'en'} onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}>{say(signInWords.other)}</button>
      </div>
      <form className="ck-card" onSubmit={submit}>
        <h1>{title}</h1>
        <p className="ck-soft">{lead}</p>
        {children}
      </form>
    </main>
  )
}

/** A label, its control and what helps to fill it in. The control gets the ids. */
export function Field({ label, hint, children }: { readonly label: string, readonly hint?: string, readonly children: (ids: { readonly id: string, readonly 'aria-describedby'?: string }) => ReactNode }) {
  const [id, hintId] = [useId(), useId()]
  return (
    <div className="ck-field">
      <label htmlFor={id}>{label}</label>
      {children(hint === undefined ? { id } : { id, 'aria-describedby': hintId })}
      {hint !== undefined && <small id={hintId} className="ck-soft">{hint}</small>}
    </div>
  )
}

export const Fault = ({ error }: { readonly error: Error | null }) => error === null ? null : <p role="alert" className="ck-fault">{error.message}</p>
