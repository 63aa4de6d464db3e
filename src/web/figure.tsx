import { useId, useRef, useState, type ReactNode } from 'react'
import { Go } from './address.tsx'
import { figureWords } from './figure.words.ts'
import { useFormat } from './format.tsx'
import { useWords } from './locale.tsx'
import type { Tone } from './palette.ts'

/** The definition behind a figure: which one, which version, over what. */
export interface DefinitionRef {
  readonly id: string
  readonly version: number | string
  readonly name?: string
  /** What it says, in a sentence. */
  readonly says?: ReactNode
  readonly window?: string
  readonly n?: number
  /** Already formatted ends of the interval. */
  readonly interval?: readonly [string, string]
}

/** Words with a dotted underline; hovering, focusing or pressing them shows the definition that the figure was computed with. */
export function DefinitionMark({ definition, children }: { readonly definition: DefinitionRef, readonly children: ReactNode }) {
  const { say } = useWords()
  const { num } = useFormat()
  const panel = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const show = () => {
    const box = button.current?.getBoundingClientRect()
    const element = panel.current
    if (box === undefined || element === null || element.matches(':popover-open')) return
    // The top layer escapes the scrolling boxes of tables; its place is counted by hand.
    element.showPopover()
    element.style.left = `${String(Math.max(8, Math.min(box.left, innerWidth - element.offsetWidth - 8)))}px`
    element.style.top = `${String(box.bottom + element.offsetHeight + 8 < innerHeight ? box.bottom + 6 : Math.max(8, box.top - element.offsetHeight - 6))}px`
    setOpen(true)
  }
  const hide = () => {
    const element = panel.current
    if (element?.matches(':popover-open') === true) element.hidePopover()
    setOpen(false)
  }
  return (
    <span className="ck-term-whole" onMouseEnter={show} onMouseLeave={hide}>
      <button
        ref={button} type="button" className="ck-term" aria-describedby={isOpen ? id : undefined}
        onFocus={show} onBlur={hide} onClick={show} onKeyDown={(event) => { if (event.key === 'Escape') hide() }}
      >{children}</button>
      <span ref={panel} id={id} popover="manual" role="tooltip" className="ck-definition">
        <strong>{say(figureWords.version, { name: definition.name ?? definition.id, version: String(definition.version) })}</strong>
        {definition.says !== undefined && <span>{definition.says}</span>}
        {definition.window !== undefined && <span>{say(figureWords.window)} <b>{definition.window}</b></span>}
        {definition.n !== undefined && <span>{say(figureWords.count)} <b>{num(definition.n)}</b></span>}
        {definition.interval !== undefined && <span>{say(figureWords.interval)} <b>{say(figureWords.to, { low: definition.interval[0], high: definition.interval[1] })}</b></span>}
      </span>
    </span>
  )
}

interface FigureProps {
  readonly label: ReactNode
  readonly value: ReactNode
  /** Small print under the label: interval, base, what is missing. */
  readonly note?: ReactNode
  readonly tone?: Tone
  readonly definition?: DefinitionRef
  /** Where the customers behind the number are. */
  readonly to?: string
  readonly search?: Readonly<Record<string, string | undefined>>
}

/** A row of a figure list: what it is on the left, how much on the right, and the way to the customers behind it. */
export function Figure({ label, value, note, tone, definition, to, search }: FigureProps) {
  const shown = <span className="ck-mark" data-tone={tone}>{value}</span>
  return (
    <div className="ck-figure">
      <dt>{definition === undefined ? label : <DefinitionMark definition={definition}>{label}</DefinitionMark>}{note !== undefined && <small>{note}</small>}</dt>
      <dd>{to === undefined ? shown : <Go to={to} {...(search === undefined ? {} : { search })}>{shown}</Go>}</dd>
    </div>
  )
}

/** As tall as the figures that will be there, so that nothing jumps when they come. */
export const FiguresWait = ({ rows }: { readonly rows: number }) => <div className="ck-figures-wait" aria-hidden style={{ blockSize: rows * 57 }} />

export const Figures = ({ children }: { readonly children: ReactNode }) => <dl className="ck-figures">{children}</dl>

/** A share as a short bar beside its number, for table cells. */
export function ShareBar({ share, tone = 'accent' }: { readonly share: number, readonly tone?: Tone }) {
  const { percent } = useFormat()
  return (
    <span className="ck-sharebar"><span aria-hidden className="ck-track"><span data-tone={tone} style={{ inlineSize: `${String(Math.round(Math.max(0, Math.min(1, share)) * 100))}%` }} /></span><b>{percent(share)}</b></span>
  )
}
