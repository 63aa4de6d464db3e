import { Button, Input } from 'antd'
import { useState } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { openingPageWords as words } from './opening.page.words.ts'
import type { ControlTotal, OpeningDetail } from './opening.schema.ts'

interface Line { readonly currency: string, readonly points: string, readonly lots: string, readonly members: string }
const figures = ['points', 'lots', 'members'] as const
const isWhole = (text: string): boolean => /^\d{1,15}$/.test(text)

/** What the previous system says, typed by a person, beside what is in the file; where they differ, by how much and why. */
export function ControlCard({ found, isFixed }: { readonly found: OpeningDetail, readonly isFixed: boolean }) {
  const { say, locale } = useWords()
  const { nameOf } = useCurrencies()
  const { num } = useFormat()
  const currencies = [...new Set([...(found.mapping.columns.amount === undefined ? [] : ['points']), ...(found.mapping.columns.growth === undefined ? [] : ['growth']), ...found.control.map(({ currency }) => currency), ...(found.found?.currencies ?? []).map(({ currency }) => currency)])]
  const [lines, setLines] = useState<readonly Line[]>(() => currencies.map((currency) => {
    const typed = found.control.find((one) => one.currency === currency)
    return { currency, points: typed?.points ?? '', lots: typed === undefined ? '' : String(typed.lots), members: typed === undefined ? '' : String(typed.members) }
  }))
  const save = useDeed((control: readonly ControlTotal[], key) => write('put', '/api/opening/{id}/control', { path: { id: found.id }, body: { control: [...control] }, key }), { stale: [['opening']] })
  const filled = lines.filter(({ points, lots, members }) => isWhole(points) && isWhole(lots) && isWhole(members))
  const isReady = filled.length > 0 && lines.every((line) => figures.every((name) => line[name] === '' || isWhole(line[name])))
  const change = (currency: string, name: (typeof figures)[number], value: string): void => setLines(lines.map((line) => (line.currency === currency ? { ...line, [name]: value.replaceAll(/[,\s，]/g, '') } : line)))
  const columns: readonly Column<Line>[] = [
    { key: 'currency', title: say(words.currency), cell: ({ currency }) => nameOf(currency), isSortable: false, width: 120 },
    ...figures.map((name): Column<Line> => ({
      key: name, title: say(words[name]), isSortable: false,
      cell: (line) => {
        const there = found.found?.currencies.find(({ currency }) => currency === line.currency)?.all[name]
        const typed = found.control.find(({ currency }) => currency === line.currency)?.[name]
        const off = there === undefined || typed === undefined ? undefined : Number(typed) - Number(there)
        return (
          <div style={{ display: 'grid', gap: 4, whiteSpace: 'normal', paddingBlock: 6 }}>
            <Input inputMode="numeric" aria-label={`${say(words.typed)} ${nameOf(line.currency)} ${say(words[name])}`} value={line[name]} disabled={isFixed} status={line[name] === '' || isWhole(line[name]) ? '' : 'error'} onChange={({ target }) => change(line.currency, name, target.value)} />
            {there !== undefined && <small className="ck-soft">{say(words.inFile)} {num(Number(there))}{off !== undefined && <> · {off === 0 ? say(words.agrees) : <span className="ck-fault">{say(words.differsBy, { n: num(off) })}</span>}</>}</small>}
          </div>
        )
      }
    }))
  ]
  return (
    <Card title={say(words.control)}>
      <p className="ck-soft ck-small">{say(words.controlWhy)}</p>
      <DataTable label={say(words.control)} rows={lines} columns={columns} rowKey={({ currency }) => currency} />
      {!isFixed && <div className="ck-bar" style={{ marginTop: 12 }}><Button disabled={!isReady} loading={save.isPending} onClick={() => save.mutate(filled.map(({ currency, points, lots, members }) => ({ currency, points, lots: Number(lots), members: Number(members) })))}>{say(words.saveControl)}</Button></div>}
      {save.error !== null && <ErrorNote error={save.error} />}
      {found.differences !== null && found.differences.length > 0 && (
        <>
          <h3 className="ck-small">{say(words.why)}</h3>
          <ul>{found.differences.flatMap(({ currency, reasons }) => reasons.map(({ sentence, points, rows }, i) => (
            <li key={`${currency}${i}`}>{say(rows > 0 ? words.reason : words.reasonRest, { n: num(rows), points: num(Number(points)), why: locale === 'en' ? sentence.en : sentence.zh })}</li>
          )))}</ul>
        </>
      )}
    </Card>
  )
}
