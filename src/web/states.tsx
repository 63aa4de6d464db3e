import type { ReactNode } from 'react'
import { Go } from './address.tsx'
import { useFormat } from './format.tsx'
import type { Tone } from './palette.ts'

export interface State {
  readonly key: string
  readonly label: ReactNode
  /** Undefined while it is being counted. */
  readonly count: number | undefined
  readonly tone: Tone
  readonly note?: ReactNode
  readonly to?: string
  readonly search?: Readonly<Record<string, string | undefined>>
}

/** How many customers are in each state: one bar, and under it a row a state with its number. The rows say everything that the bar says. */
export function StateBar({ states }: { readonly states: readonly State[] }) {
  const { num } = useFormat()
  const shown = (count: number | undefined) => count === undefined ? '–' : num(count)
  const total = states.reduce((sum, state) => sum + (state.count ?? 0), 0)
  return (
    <>
      <div className="ck-statebar" aria-hidden>
        {states.map(({ key, tone, count = 0 }) => count > 0 && <span key={key} data-tone={tone} style={{ flexGrow: count / total }} />)}
      </div>
      <dl className="ck-figures">
        {states.map((state) => (
          <div className="ck-figure ck-state" key={state.key}>
            <dt><i aria-hidden data-tone={state.tone} />{state.label}</dt>
            <dd>{state.to === undefined ? <b>{shown(state.count)}</b> : <Go to={state.to} {...(state.search === undefined ? {} : { search: state.search })}><b>{shown(state.count)}</b></Go>}</dd>
            <dd className="ck-note">{state.note}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
