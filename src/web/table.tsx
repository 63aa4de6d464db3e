import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { DefinitionMark, type DefinitionRef } from './figure.tsx'
import { useWords } from './locale.tsx'
import type { Cell } from './sheet.ts'
import { tableWords } from './table.words.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** The plain value: sorts the column and goes into exports. A column without one is neither sorted nor exported. */
  readonly value?: (row: Row) => Cell
  readonly isNumber?: boolean
  /** In px; columns without a width share what is left. */
  readonly width?: number
  readonly definition?: DefinitionRef
  /** Left out where the screen is narrow; the row's own page has it. */
  readonly isWideOnly?: boolean
  /** False where sorting makes no sense, or where only the server can sort and does not. */
  readonly isSortable?: boolean
}

export interface Sorting { readonly key: string, readonly isDescending: boolean }

interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly isPending?: boolean
  readonly empty?: ReactNode
  readonly more?: { readonly hasMore: boolean, readonly isLoading: boolean, readonly load: () => void }
  /** Given where the server sorts; otherwise the loaded rows are sorted here. */
  readonly sorting?: Sorting | undefined
  readonly onSort?: (sorting: Sorting) => void
  readonly chosen?: ReadonlySet<string>
  readonly onChoose?: (chosen: ReadonlySet<string>) => void
  /** How tall it may grow before it scrolls by itself. */
  readonly maxHeight?: string
}

const rowHeight = 42
const virtualFrom = 60

/** Rows of any number: only those in sight are in the document, the header stays, every heading that sorts is a button. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, isPending = false, empty, more, onSort, chosen, onChoose, maxHeight = 'min(70vh, 720px)' } = props
  const { say } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<Sorting>()
  const sorting = onSort === undefined ? own : props.sorting
  const sorted = useMemo(() => onSort === undefined ? inOrder(rows, columns, own) : rows, [rows, columns, own, onSort])
  const isVirtual = sorted.length > virtualFrom || more?.hasMore === true
  const virtual = useVirtualizer({ count: sorted.length, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: 12, enabled: isVirtual })
  const inSight = isVirtual ? virtual.getVirtualItems() : undefined
  const last = inSight?.at(-1)?.index
  useEffect(() => {
    if (last !== undefined && more !== undefined && more.hasMore && !more.isLoading && last >= sorted.length - 30) more.load()
  }, [last, more, sorted.length])
  const before = inSight?.[0]?.start ?? 0
  const after = inSight === undefined ? 0 : Math.max(0, virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0))
  const shown = inSight === undefined ? sorted.map((row, index) => ({ row, index })) : inSight.flatMap(({ index }) => { const row = sorted[index]; return row === undefined ? [] : [{ row, index }] })
  const all = onChoose === undefined ? columns.length : columns.length + 1
  if (!isPending && rows.length === 0) return <div className="ck-table-empty">{empty ?? <p className="ck-soft">{say(tableWords.nothing)}</p>}</div>
  return (
    <div className={isVirtual ? 'ck-table ck-table-fixed' : 'ck-table'} ref={box} style={isVirtual ? { maxHeight, overflowY: 'auto' } : undefined} tabIndex={0} role="region" aria-label={label} aria-busy={isPending}>
      <table aria-rowcount={more?.hasMore === true ? -1 : sorted.length + 1}>
        <colgroup>{onChoose && <col style={{ width: 40 }} />}{columns.map((column) => <col key={column.key} className={classOf(column)} style={column.width === undefined ? undefined : { width: column.width }} />)}</colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {onChoose && <th scope="col"><ChooseAll rows={rows} rowKey={rowKey} chosen={chosen ?? none} onChoose={onChoose} /></th>}
            {columns.map((column) => <Heading key={column.key} column={column} sorting={sorting} onSort={onSort ?? setOwn} />)}
          </tr>
        </thead>
        <tbody>
          {isPending && waiting.map((line) => <tr key={line} className="ck-waiting"><td colSpan={all}><span style={{ inlineSize: `${String(90 - line * 7)}%` }} /></td></tr>)}
          {before > 0 && <tr aria-hidden style={{ height: before }}><td /></tr>}
          {shown.map(({ row, index }) => {
            const key = rowKey(row)
            const isChosen = chosen?.has(key) === true
            return (
              <tr key={key} aria-rowindex={index + 2} data-chosen={isChosen || undefined}>
                {onChoose && <td><input type="checkbox" checked={isChosen} aria-label={say(tableWords.choose, { name: String(columns[0]?.value?.(row) ?? key) })} onChange={() => onChoose(toggled(chosen ?? none, key))} /></td>}
                {columns.map((column) => <td key={column.key} className={classOf(column)}>{column.cell(row)}</td>)}
              </tr>
            )
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }}><td /></tr>}
        </tbody>
      </table>
      {more?.isLoading === true && <p className="ck-more" role="status">{say(tableWords.loadingMore)}</p>}
    </div>
  )
}

const none: ReadonlySet<string> = new Set()
const waiting = [0, 1, 2, 3, 4]

function Heading<Row>({ column, sorting, onSort }: { readonly column: Column<Row>, readonly sorting: Sorting | undefined, readonly onSort: (sorting: Sorting) => void }) {
  const { say } = useWords()
  const isSorted = sorting?.key === column.key
  const isDescending = isSorted && sorting.isDescending
  const title = column.definition === undefined ? column.title : <DefinitionMark definition={column.definition}>{column.title}</DefinitionMark>
  if (column.value === undefined || column.isSortable === false) return <th scope="col" className={classOf(column)}>{title}</th>
  // Numbers are looked at from the largest down, names from the first on.
  const next = isSorted ? !isDescending : column.isNumber === true
  return (
    <th scope="col" className={classOf(column)} aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}>
      {column.definition !== undefined && <>{title} </>}
      <button type="button" className="ck-sort" title={say(next ? tableWords.sortDown : tableWords.sortUp, { title: column.title })} aria-label={column.definition === undefined ? undefined : say(next ? tableWords.sortDown : tableWords.sortUp, { title: column.title })} onClick={() => onSort({ key: column.key, isDescending: next })}>
        {column.definition === undefined && title}<span aria-hidden className="ck-arrow">{isSorted ? (isDescending ? '↓' : '↑') : '↕'}</span>
      </button>
    </th>
  )
}

function ChooseAll<Row>({ rows, rowKey, chosen, onChoose }: { readonly rows: readonly Row[], readonly rowKey: (row: Row) => string, readonly chosen: ReadonlySet<string>, readonly onChoose: (chosen: ReadonlySet<string>) => void }) {
  const { say } = useWords()
  const isAll = rows.length > 0 && rows.every((row) => chosen.has(rowKey(row)))
  return (
    <input
      type="checkbox" aria-label={say(tableWords.chooseAll)} checked={isAll} ref={(element) => { if (element) element.indeterminate = !isAll && chosen.size > 0 }}
      onChange={() => onChoose(isAll ? none : new Set(rows.map(rowKey)))}
    />
  )
}

function inOrder<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | undefined): readonly Row[] {
  const value = columns.find((column) => column.key === sorting?.key)?.value
  if (value === undefined || sorting === undefined) return rows
  const direction = sorting.isDescending ? -1 : 1
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true })
  return rows.toSorted((left, right) => {
    const [a, b] = [value(left), value(right)]
    // What is not known comes last, whichever way the column is sorted.
    if (a === null || a === undefined || b === null || b === undefined) return a === b ? 0 : (a ?? undefined) === undefined ? 1 : -1
    return direction * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)))
  })
}

const classOf = <Row,>(column: Column<Row>): string | undefined => [column.isNumber === true ? 'ck-end' : '', column.isWideOnly === true ? 'ck-wide' : ''].filter(Boolean).join(' ') || undefined

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  return next
}
