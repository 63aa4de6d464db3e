import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { behaviourPageWords as words } from './behaviour.page.words.ts'

const first = 12

/** A long table shows its head; the rest comes when asked for. */
export function Folded<Row>({ rows, children }: { readonly rows: readonly Row[], readonly children: (rows: readonly Row[]) => ReactNode }) {
  const { say } = useWords()
  const { num } = useFormat()
  const [isOpen, setOpen] = useState(false)
  const isLong = rows.length > first + 3
  return (
    <>
      {children(isOpen || !isLong ? rows : rows.slice(0, first))}
      {isLong && <div className="in-card-foot"><Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>{isOpen ? say(words.fold) : say(words.unfold, { n: num(rows.length) })}</Button></div>}
    </>
  )
}
