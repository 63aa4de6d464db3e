import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import type { RewardsPart } from './rewards.page.tsx'
import { rewardsPageWords as words } from './rewards.page.words.ts'
import type { Definition, NewDefinition, Overview } from './rewards.schema.ts'
import { priceOf } from './rewards.sentences.tsx'

const AddStock = lazy(async () => ({ default: (await import('./rewards.stocking.tsx')).AddStock }))
type Reward = Extract<Definition, { kind: 'reward' }>
interface Row { readonly reward: Reward, readonly figures: Overview['figures'][number] | undefined }

/** A stored definition as the form takes it. */
export const asDraft = (definition: Definition): NewDefinition => {
  const { author: _author, at: _at, ...rest } = definition
  return rest
}

/** What members can have, what is left of it, and what it cost. */
export function Catalogue({ data, edit, create, mayDefine }: RewardsPart) {
  const { say } = useWords()
  const { num, money, percent } = useFormat()
  const [stocking, setStocking] = useState<Reward>()
  const rows = data.definitions.flatMap((one): Row[] => (one.kind === 'reward' ? [{ reward: one, figures: data.figures.find(({ rewardId }) => rewardId === one.definitionId) }] : []))
    .toSorted((a, b) => Number(b.reward.active) - Number(a.reward.active) || (b.figures?.orders ?? 0) - (a.figures?.orders ?? 0))
  const price = ({ parameters: { options } }: Reward): string => (options.length === 0 ? say(words.onlyGiven) : options.map((one) => priceOf(one, { say, num, money })).join(' / '))
  const columns: readonly Column<Row>[] = [
    {
      key: 'name', title: say(words.reward), value: ({ reward }) => say(reward.title),
      cell: ({ reward }) => <span className="rw-name">{mayDefine ? <button type="button" className="ck-text" style={{ padding: 0, textAlign: 'start' }} onClick={() => edit(asDraft(reward))}>{say(reward.title)}</button> : say(reward.title)}<small>{reward.active ? price(reward) : say(words.stopped)}</small></span>
    },
    { key: 'stock', title: say(words.stock), value: ({ figures }) => figures?.remaining ?? null, cell: ({ figures }) => figures?.remaining === null || figures === undefined ? <span className="ck-soft">{say(words.notKept)}</span> : figures.remaining === 0 ? <span className="ck-tag" data-tone="risk">{num(0)}</span> : num(figures.remaining), isNumber: true, width: 96 },
    { key: 'taken', title: say(words.taken), value: ({ figures }) => figures?.orders ?? 0, cell: ({ figures }) => num(figures?.orders ?? 0), isNumber: true, width: 90 },
    { key: 'points', title: say(words.points), value: ({ figures }) => Number(figures?.points ?? 0), cell: ({ figures }) => num(Number(figures?.points ?? 0)), isNumber: true, width: 120, isWideOnly: true },
    { key: 'cost', title: say(words.cost), value: ({ figures }) => Number(figures?.valueMinor ?? 0) / 10_000, cell: ({ figures }) => money(figures?.valueMinor ?? '0', { whole: true }), isNumber: true, width: 110, isWideOnly: true },
    {
      key: 'back', title: say(words.cameBack, { days: data.watchDays }), value: ({ figures }) => (figures === undefined || figures.watched === 0 ? null : figures.cameBack / figures.watched), isNumber: true, width: 150, isWideOnly: true,
      definition: { id: 'rewards.came_back', version: 1, name: say(words.cameBack, { days: data.watchDays }), says: <>{say(words.cameBackWhy, { days: data.watchDays })} {say(words.proof)}</> },
      cell: ({ figures }) => (figures === undefined || figures.watched === 0 ? <span className="ck-soft">{(figures?.orders ?? 0) === 0 ? '–' : say(words.tooEarly)}</span> : <>{percent(figures.cameBack / figures.watched)} <small className="ck-soft">{num(figures.watched)}</small></>)
    },
    ...(mayDefine ? [{ key: 'do', title: '', cell: ({ reward }: Row) => reward.parameters.stock === 'none' ? null : <Button size="small" onClick={() => setStocking(reward)}>{say(words.addStock)}</Button>, width: 88, isWideOnly: true }] : [])
  ]
  return (
    <Card title={say(words.catalogue)} aside={<div className="rw-steps">{mayDefine && <Button size="small" type="primary" onClick={() => create('reward')}>{say(words.newReward)}</Button>}<ExportMenu sheet={() => sheetOf(say(words.catalogue), columns, rows)} /></div>}>
      <DataTable label={say(words.catalogue)} rows={rows} rowKey={({ reward }) => reward.definitionId} columns={columns} />
      {stocking !== undefined && <Suspense><AddStock reward={stocking} levels={data.stock} onClose={() => setStocking(undefined)} /></Suspense>}
    </Card>
  )
}
