import { Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useFormat } from './format.tsx'
import { useWords } from './locale.tsx'
import { progressWords } from './progress.words.ts'

interface ProgressProps {
  readonly title: ReactNode
  readonly done: number
  readonly total?: number | null
  readonly secondsLeft?: number | null
  readonly onCancel?: (() => void) | undefined
  /** What is counted; rows unless said. */
  readonly unit?: 'rows' | 'steps'
  /** False for work that ends when the page is left. */
  readonly canLeave?: boolean
}

/** Long work that moves: rows, seconds left, and the way out. */
export function Progress({ title, done, total, secondsLeft, onCancel, unit = 'rows', canLeave = true }: ProgressProps) {
  const { say } = useWords()
  const { num, duration } = useFormat()
  const isKnown = typeof total === 'number' && total > 0
  return (
    <div className="ck-progress">
      <div className="ck-bar"><strong>{title}</strong>{onCancel && <span className="ck-end"><Button size="small" onClick={onCancel}>{say(progressWords.cancel)}</Button></span>}</div>
      <progress {...(isKnown ? { value: Math.min(done, total), max: total } : {})} aria-label={typeof title === 'string' ? title : say(progressWords.rows, { done })} />
      <p className="ck-soft ck-small" aria-live="off">
        {isKnown ? say(unit === 'rows' ? progressWords.of : progressWords.steps, { done: num(done), total: num(total) }) : unit === 'rows' && say(progressWords.rows, { done: num(done) })}
        {typeof secondsLeft === 'number' && <> · {say(progressWords.left, { time: duration(secondsLeft) })}</>}
        {canLeave && <>{(isKnown || unit === 'rows') && ' · '}{say(progressWords.leaving)}</>}
      </p>
    </div>
  )
}

/**
 * Server-sent progress: the newest message of an event stream, read again by itself after a broken connection. `check` narrows what came over the wire;
 * `isOver` closes the stream when the work is done.
 */
export function useStream<Message>(address: string | undefined, check: (found: unknown) => found is Message, isOver: (message: Message) => boolean): Message | undefined {
  const [message, setMessage] = useState<{ readonly address: string, readonly value: Message }>()
  const judge = useRef({ check, isOver })
  judge.current = { check, isOver }
  useEffect(() => {
    if (address === undefined) return
    const source = new EventSource(address)
    const hear = (event: MessageEvent<string>) => {
      const found: unknown = parsed(event.data)
      if (!judge.current.check(found)) return
      setMessage({ address, value: found })
      if (judge.current.isOver(found)) source.close()
    }
    source.addEventListener('message', hear)
    source.addEventListener('progress', hear)
    return () => source.close()
  }, [address])
  return message?.address === address ? message?.value : undefined
}

function parsed(text: string): unknown {
  try { return JSON.parse(text) } catch { return undefined }
}
