import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useAddress } from '#web/address.tsx'
import { addressOf } from '#web/api.ts'
import { read } from '#web/client.ts'
import { useRows } from '#web/cursor.ts'
import { isDay } from '#web/day.ts'
import { DayChoice } from '#web/daychoice.tsx'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu } from '#web/export.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { auditPageWords as words, capabilityNames, deedNames, roleNames, routeNames } from './audit.page.words.ts'
import type { Entry } from './audit.schema.ts'

/** Who did what, when, from where. */
export function AuditPage() {
  const { say } = useWords()
  const { values, change } = useAddress()
  const { rights } = useSession()
  const actors = useQuery({ queryKey: ['audit', 'actors'], queryFn: ({ signal }) => read('/api/audit/actors', { signal }) })
  const [from, to] = [isDay(values['from']) ? values['from'] : undefined, isDay(values['to']) ? values['to'] : undefined]
  const filter = { actor: values['actor'], deed: values['deed'], from, to }
  const { rows, isPending, error, retry, more } = useRows('/api/audit', filter)
  const columns = useColumns()
  const people = [{ value: '', label: say(words.everybody) }, ...(actors.data?.items ?? []).map(({ actorId, actorName }) => ({ value: actorId, label: actorId === 'nobody' ? say(words.nobody) : actorName }))]
  const deeds = [{ value: '', label: say(words.everything) }, ...Object.entries(capabilityNames).map(([value, name]) => ({ value, label: say(value === 'access' ? words.signIns : name) }))]
  const pick = (name: string, label: string, options: readonly { readonly value: string, readonly label: string }[]) => (
    <Select aria-label={label} value={values[name] ?? ''} popupMatchSelectWidth={false} options={[...options]} onChange={(next: string) => change({ [name]: next === '' ? undefined : next })} />
  )
  const day = (name: 'from' | 'to', value: string | undefined) => (
    <DayChoice label={say(words[name])} value={value} onChange={(next) => change({ [name]: next })} />
  )
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={say(words.answer)} />
      <Card title={say(words.list)}>
        <div className="ck-bar">
          {pick('actor', say(words.who), people)}{pick('deed', say(words.deed), deeds)}{day('from', from)}{day('to', to)}
          <span className="ck-end">{mayOpen(rights, 'audit.export') && <ExportMenu hrefs={{ csv: addressOf('/api/audit/file', { ...filter, format: 'csv' }), xlsx: addressOf('/api/audit/file', { ...filter, format: 'xlsx' }) }} />}</span>
        </div>
        {error === null || error === undefined
          ? <DataTable label={say(words.list)} rows={rows} columns={columns} rowKey={(entry) => entry.id} isPending={isPending} more={more} empty={<p className="ck-soft">{say(words.empty)}</p>} />
          : <ErrorNote error={error} onRetry={retry} />}
      </Card>
    </div>
  )
}

function useColumns(): readonly Column<Entry>[] {
  const { say } = useWords()
  const { moment } = useFormat()
  return useMemo(() => {
    const who = (entry: Entry): string => entry.actorId === 'nobody' ? say(words.nobody) : entry.actorName
    const role = (entry: Entry): string => { const name = roleNames[entry.role]; return name === undefined ? entry.role : say(name) }
    const what = (entry: Entry): string => {
      const known = deedNames[entry.deed] ?? routeNames[`${entry.method ?? ''} ${entry.route ?? ''}`]
      if (known !== undefined) return say(known)
      const capability = entry.deed.split('.')[0] ?? ''
      const name = capabilityNames[capability]
      const verb = entry.method === 'DELETE' ? words.remove : entry.method === 'POST' ? words.create : words.change
      return `${say(verb)} · ${name === undefined ? capability : say(name)}`
    }
    return [
      { key: 'at', title: say(words.at), cell: (entry) => <Moment at={entry.at} />, value: (entry) => moment(entry.at), width: 160, isSortable: false },
      { key: 'who', title: say(words.who), cell: who, value: who, width: 150, isSortable: false },
      { key: 'deed', title: say(words.deed), cell: (entry) => <span title={entry.summary}>{what(entry)}</span>, value: what, isSortable: false },
      { key: 'target', title: say(words.target), cell: (entry) => <span title={entry.target}>{entry.target}</span>, value: (entry) => entry.target, isWideOnly: true, isSortable: false },
      { key: 'role', title: say(words.role), cell: role, value: role, isWideOnly: true, width: 100, isSortable: false },
      { key: 'address', title: say(words.address), cell: (entry) => entry.address ?? '', value: (entry) => entry.address, isWideOnly: true, width: 140, isSortable: false }
    ]
  }, [say, moment])
}
