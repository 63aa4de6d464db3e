import { ShareBar } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useCurrencies } from '../../loyalty/points/points.currency.tsx'
import { unitsOf } from '../../loyalty/points/points.terms.words.ts'
import { liabilityPageWords as words } from './liability.page.words.ts'
import type { LiabilityOf } from './liability.schema.ts'

type Age = LiabilityOf['ages'][number]

/** How old what is held is, and how much of each age will be used. */
export function Ages({ of }: { readonly of: LiabilityOf }) {
  const { say } = useWords()
  const { percent } = useFormat()
  const { amount, scaleOf, nameOf } = useCurrencies()
  const all = Number(of.outstanding)
  const name = ({ from, to }: Age): string => (to === null ? say(words.ageOpen, { from }) : say(words.ageRange, { from, to }))
  const columns: readonly Column<Age>[] = [
    { key: 'age', title: say(words.age), cell: name, value: name, isSortable: false },
    { key: 'points', title: nameOf(of.currency), cell: ({ points }) => amount(of.currency, points), value: ({ points }) => unitsOf(points, scaleOf(of.currency)), isNumber: true, width: 130, isSortable: false },
    { key: 'share', title: say(words.share), cell: ({ points }) => <ShareBar share={all > 0 ? Number(points) / all : 0} />, value: ({ points }) => (all > 0 ? Number(points) / all : 0), isNumber: true, width: 150, isWideOnly: true, isSortable: false },
    ...(of.spendable ? [{
      key: 'use', title: say(words.willUse), cell: ({ usedShare }: Age) => (usedShare === null ? '–' : percent(usedShare)), value: ({ usedShare }: Age) => usedShare, isNumber: true, width: 130, isSortable: false,
      definition: { id: 'life', name: say(words.lifeName), version: of.life?.version ?? '–', says: say(words.willUseSays) }
    }] : [])
  ]
  const rows = of.ages.filter(({ points }) => points !== '0')
  return (
    <Card title={say(words.ages)} aside={<ExportMenu sheet={() => sheetOf(say(words.ages), columns, rows)} />}>
      <DataTable label={say(words.ages)} rows={rows} columns={columns} rowKey={({ from }) => String(from)} />
    </Card>
  )
}
