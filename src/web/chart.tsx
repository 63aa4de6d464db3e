import { useEffect, useRef, useState, type ReactNode } from 'react'
import { chartWords } from './chart.words.ts'
import { useWords } from './locale.tsx'
import type { Palette } from './palette.ts'
import type { EChartsCoreOption, EChartsType } from './plot.ts'
import { save, saveCsv, type Cell } from './sheet.ts'
import { tableWords } from './table.words.ts'
import { useTheme } from './theme.tsx'

interface ChartProps {
  /** The chart's title, used for its file names and its accessible name. */
  readonly title: string
  /** What the picture shows, in a sentence: read aloud instead of it. */
  readonly summary: string
  /** Keep it stable (useMemo, useCallback): a new function draws anew. */
  readonly option: (palette: Palette, isNarrow: boolean) => EChartsCoreOption
  /** The same figures as a table: shown on demand and exported. */
  readonly table: { readonly header: readonly string[], readonly rows: readonly (readonly Cell[])[] }
  readonly height?: number
  readonly children?: ReactNode
}

/** A picture with its sentence, its data as a table, and both as files. */
export function Chart({ title, summary, option, table, height = 300, children }: ChartProps) {
  const { say, locale } = useWords()
  const { palette, isDark } = useTheme()
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<EChartsType>(undefined)
  const [isTable, setTable] = useState(false)
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting')
  useEffect(() => {
    const element = place.current
    if (element === null || isTable) return
    let isGone = false
    let watch: ResizeObserver | undefined
    void import('./plot.ts').then(({ plot, dressed }) => {
      if (isGone) return
      const chart = plot(element, locale)
      const draw = () => chart.setOption(dressed(option(palette, element.clientWidth < 520), palette), { notMerge: true })
      draw()
      drawn.current = chart
      setState('drawn')
      let width = element.clientWidth
      watch = new ResizeObserver(() => {
        if (element.clientWidth === width) return
        width = element.clientWidth
        chart.resize()
        draw()
      })
      watch.observe(element)
    }, () => { if (!isGone) setState('failed') })
    return () => {
      isGone = true
      watch?.disconnect()
      drawn.current?.dispose()
      drawn.current = undefined
    }
  }, [option, palette, locale, isTable])
  const savePicture = () => {
    const address = drawn.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: isDark ? palette.surface : '#ffffff' })
    if (address !== undefined) void fetch(address).then((response) => response.blob()).then((blob) => save(blob, `${title}.png`))
  }
  return (
    <figure className="ck-chart">
      {isTable || state === 'failed'
        ? <div className="ck-table ck-chart-table" style={{ maxHeight: height, overflow: 'auto' }} tabIndex={0} role="region" aria-label={title}><PlainTable {...table} /></div>
        : <div ref={place} role="img" aria-label={`${title}。${summary}`} style={{ height }} aria-busy={state === 'waiting'} />}
      {state === 'failed' && <p className="ck-soft" role="status">{say(chartWords.failed)}</p>}
      <figcaption>
        <span className="ck-hidden">{summary}</span>
        {children !== undefined && <span>{children}</span>}
        <span className="ck-chart-tools">
          <button type="button" className="ck-text" aria-pressed={isTable} onClick={() => { setState('waiting'); setTable(!isTable) }}>{say(isTable ? chartWords.picture : chartWords.table)}</button>
          {!isTable && state === 'drawn' && <button type="button" className="ck-text" onClick={savePicture}>{say(chartWords.png)}</button>}
          <button type="button" className="ck-text" onClick={() => saveCsv({ name: title, ...table })}>{say(tableWords.csv)}</button>
        </span>
      </figcaption>
    </figure>
  )
}

function PlainTable({ header, rows }: { readonly header: readonly string[], readonly rows: readonly (readonly Cell[])[] }) {
  return (
    <table>
      <thead><tr>{header.map((text) => <th key={text} scope="col">{text}</th>)}</tr></thead>
      <tbody>{rows.map((row, line) => <tr key={line}>{row.map((cell, place) => <td key={place} className={typeof cell === 'number' ? 'ck-end' : undefined}>{cell}</td>)}</tr>)}</tbody>
    </table>
  )
}
