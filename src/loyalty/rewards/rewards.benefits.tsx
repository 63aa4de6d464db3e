import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Go } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { useNarrow } from '#web/media.ts'
import type { CompanionShown, TradeInShown } from './rewards.benefits.schema.ts'
import { useNamed } from './rewards.cards.tsx'
import type { RewardsPart } from './rewards.page.tsx'
import { kindWords, rewardsPageWords as words } from './rewards.page.words.ts'
import { Undo, Withdraw } from './rewards.undo.tsx'

const kinds = ['gift', 'trade_in', 'mileage', 'companion'] as const
const isBenefit = (kind: string): kind is (typeof kinds)[number] => kinds.some((one) => one === kind)

/** Gifts, trade-ins, mileage and companions, with the registers of what came in and who came along. */
export function Benefits(part: RewardsPart) {
  const { data, create, mayDefine, rewards } = part
  const { say } = useWords()
  const { column } = useNamed(part)
  const rows = data.definitions.filter(({ kind }) => isBenefit(kind))
  const begin = mayDefine && (
    <Select
      size="small" aria-label={say(words.newBenefit)} placeholder={say(words.newBenefit)} value={null} style={{ minWidth: 150 }} onChange={(kind: (typeof kinds)[number] | null) => { if (kind !== null) create(kind) }}
      options={kinds.map((value) => ({ value, label: say(kindWords[value]), disabled: rewards.length === 0 && (value === 'gift' || value === 'mileage') }))}
    />
  )
  if (rows.length === 0) return <Card title={say(words.benefits)}><EmptyStart title={say(words.noBenefits)} why={say(words.noBenefitsWhy)}>{begin}</EmptyStart></Card>
  return (
    <>
      <Card title={say(words.benefits)} aside={begin}>
        <DataTable label={say(words.benefits)} rows={rows} rowKey={({ definitionId }) => definitionId} columns={[column(say(words.name)), { key: 'kind', title: say(words.kind), value: ({ kind }) => say(kindWords[kind]), cell: ({ kind }) => say(kindWords[kind]), width: 130 }]} />
      </Card>
      {rows.some(({ kind }) => kind === 'trade_in') && <TradeIns />}
      {rows.some(({ kind }) => kind === 'companion') && <Companions />}
    </>
  )
}

function TradeIns() {
  const { say } = useWords()
  const { money, day } = useFormat()
  const isNarrow = useNarrow()
  const { data, isPending, error, refetch } = useQuery({ queryKey: ['rewards', 'tradeins'], queryFn: ({ signal }) => read('/api/rewards/tradeins', { signal }) })
  const member = (row: TradeInShown) => <Go to={`/customers/${row.customerId}`}>{row.customerName ?? say(words.nameless)}</Go>
  const columns: readonly Column<TradeInShown>[] = [
    { key: 'item', title: say(words.item), value: (row) => row.item, cell: (row) => <span className="rw-name">{row.photo === null ? row.item : <a href={row.photo} target="_blank" rel="noreferrer">{row.item}</a>}{isNarrow && <small>{member(row)}</small>}<small>{row.serial}{row.state === 'withdrawn' && ` · ${say(words.withdrawn)}`}</small></span> },
    { key: 'member', title: say(words.member), value: (row) => row.customerName ?? null, cell: member, width: 130, isWideOnly: true },
    { key: 'credit', title: say(words.credit), value: (row) => Number(row.creditMinor) / 10_000, cell: (row) => money(row.creditMinor), isNumber: true, width: isNarrow ? 92 : 110 },
    { key: 'used', title: say(words.creditUsed), value: (row) => Number(row.usedMinor) / 10_000, cell: (row) => money(row.usedMinor), isNumber: true, width: 110, isWideOnly: true },
    { key: 'when', title: say(words.when), value: (row) => row.day, cell: (row) => day(row.day), width: 130, isWideOnly: true },
    { key: 'do', title: say(words.deeds), cell: (row) => <Withdraw tradeIn={row} />, width: isNarrow ? 96 : 120 }
  ]
  return <Card title={say(words.tradeIns)}>{error !== null ? <ErrorNote error={error} onRetry={refetch} /> : <DataTable label={say(words.tradeIns)} rows={data?.items ?? []} rowKey={(row) => row.tradeInId} columns={columns} isPending={isPending} />}</Card>
}

function Companions() {
  const { say } = useWords()
  const isNarrow = useNarrow()
  const { data, isPending, error, refetch } = useQuery({ queryKey: ['rewards', 'companions'], queryFn: ({ signal }) => read('/api/rewards/companions', { signal }) })
  const member = (row: CompanionShown) => <Go to={`/customers/${row.customerId}`}>{row.customerName ?? say(words.nameless)}</Go>
  const columns: readonly Column<CompanionShown>[] = [
    { key: 'companion', title: say(words.companion), value: (row) => row.name, cell: (row) => <span className="rw-name"><span>{row.name ?? <span className="ck-soft">{say(words.anonymous)}</span>}{row.undone && <> <span className="ck-tag" data-tone="quiet">{say(words.undone)}</span></>}</span>{isNarrow && <small>{member(row)}</small>}</span> },
    { key: 'benefit', title: say(words.name), value: (row) => say(row.title), cell: (row) => <span className="rw-name">{say(row.title)}</span> },
    { key: 'member', title: say(words.member), value: (row) => row.customerName, cell: member, width: 130, isWideOnly: true },
    { key: 'when', title: say(words.when), value: (row) => row.at, cell: (row) => <Moment at={row.at} />, width: 180, isWideOnly: true },
    { key: 'do', title: say(words.deeds), cell: (row) => <Undo companion={row} />, width: isNarrow ? 80 : 120 }
  ]
  return <Card title={say(words.companions)}>{error !== null ? <ErrorNote error={error} onRetry={refetch} /> : <DataTable label={say(words.companions)} rows={data?.items ?? []} rowKey={(row) => row.companionId} columns={columns} isPending={isPending} />}</Card>
}
