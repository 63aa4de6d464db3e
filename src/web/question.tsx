import type { ReactNode } from 'react'
import type { Tone } from './palette.ts'

/** A page answers a question: the question small, the answer as the page's one h1, its numbers highlighted with `Mark`. */
export function Question({ asks, answer, children }: { readonly asks: string, readonly answer: ReactNode, readonly children?: ReactNode }) {
  return (
    <header className="ck-question">
      <p>{asks}</p>
      <h1>{answer}</h1>
      {children}
    </header>
  )
}

/** A number in an answer. The tone repeats what the words say; it never says it alone. */
export function Mark({ tone, children }: { readonly tone?: Tone, readonly children: ReactNode }) {
  return <strong className="ck-mark" data-tone={tone}>{children}</strong>
}

/** A quiet box with its heading, and on the right what it is counted over or where it leads. */
export function Card({ title, aside, children, className }: { readonly title: ReactNode, readonly aside?: ReactNode, readonly children: ReactNode, readonly className?: string }) {
  return (
    <section className={className === undefined ? 'ck-card' : `ck-card ${className}`}>
      <header className="ck-card-head"><h2>{title}</h2>{aside !== undefined && <div className="ck-aside">{aside}</div>}</header>
      {children}
    </section>
  )
}
