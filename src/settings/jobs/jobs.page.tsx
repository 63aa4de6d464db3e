import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useAddress } from '#web/address.tsx'
import { read } from '#web/client.ts'
import { useRows } from '#web/cursor.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark, Question } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { JobDetail } from './jobs.detail.tsx'
import { jobsPageWords as words } from './jobs.page.words.ts'
import { Running } from './jobs.running.tsx'
import type { JobCounts, JobRun } from './jobs.schema.ts'
import { stateNames, StateTag } from './jobs.state.tsx'

const states = ['failed', 'running', 'queued', 'done', 'cancelled'] as const

/** What runs, what failed and why, and the way to try again. */
export function JobsPage() {
  const { say } = useWords()
  const { values, change } = useAddress()
  const client = useQueryClient()
  const state = states.find((one) => one === values['state'])
  const counts = useQuery({ queryKey: ['jobs', 'counts'], queryFn: ({ signal }) => read('/api/jobs/counts', { signal }), refetchInterval: 3_000 })
  const list = useRows('/api/jobs', { state }, 50)
  const [open, setOpen] = useState<string>()
  const seen = JSON.stringify(counts.data)
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['rows', '/api/jobs'] })
    void client.invalidateQueries({ queryKey: ['jobs', 'running'] })
  }, [client, seen])
  const columns = useColumns(setOpen)
  if (counts.error !== null && counts.data === undefined) return <div className="ck-page"><ErrorNote error={counts.error} onRetry={counts.refetch} /></div>
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={counts.data === undefined ? say(words.waiting) : <Answer counts={counts.data} />} />
      <Running isAny={(counts.data?.running ?? 0) > 0} />
      <Card title={say(words.history)} aside={say(words.kept)}>
        <div className="ck-bar">
          <Select
            aria-label={say(words.filter)} value={state ?? ''} popupMatchSelectWidth={false} onChange={(next: string) => change({ state: next === '' ? undefined : next })}
            options={[{ value: '', label: say(words.all) }, ...states.map((value) => ({ value, label: say(stateNames[value]) }))]}
          />
          <span className="ck-end"><ExportMenu sheet={() => sheetOf(say(words.title), columns, list.rows)} /></span>
        </div>
        {list.error === null || list.error === undefined
          ? <DataTable
              label={say(words.history)} rows={list.rows} columns={columns} rowKey={(run) => run.id} isPending={list.isPending} more={list.more}
              empty={state === undefined ? <EmptyStart title={say(words.empty)} why={say(words.emptyWhy)} /> : <p className="ck-soft">{say(words.emptyState)}</p>}
            />
          : <ErrorNote error={list.error} onRetry={list.retry} />}
      </Card>
      {open !== undefined && <JobDetail id={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function Answer({ counts: { failed, running, queued } }: { readonly counts: JobCounts }) {
  const { say, tell } = useWords()
  const { num } = useFormat()
  if (failed === 0 && running === 0 && queued === 0) return say(words.calm)
  return tell(failed > 0 ? words.failed : words.busy, { failed: <Mark tone="lost">{num(failed)}</Mark>, running: <Mark>{num(running)}</Mark>, queued: <Mark>{num(queued)}</Mark> })
}

function useColumns(onOpen: (id: string) => void): readonly Column<JobRun>[] {
  const { say, locale } = useWords()
  const { moment } = useFormat()
  return useMemo(() => {
    const text = (sentence: { zh: string, en: string } | null): string => sentence === null ? '' : locale === 'en' ? sentence.en : sentence.zh
    const reason = (run: JobRun): string => text(run.problem === null ? run.sentence : run.problem.sentence)
    return [
      { key: 'job', title: say(words.job), cell: (run) => <button type="button" className="ck-text" onClick={() => onOpen(run.id)}>{text(run.title)}</button>, value: (run) => text(run.title), width: 220 },
      { key: 'state', title: say(words.state), cell: (run) => <StateTag run={run} />, value: (run) => say(stateNames[run.state]), width: 110 },
      { key: 'detail', title: say(words.detail), cell: (run) => <span title={reason(run)}>{reason(run)}</span>, value: reason, isWideOnly: true },
      { key: 'created', title: say(words.created), cell: (run) => <Moment at={run.createdAt} />, value: (run) => moment(run.createdAt), isWideOnly: true, width: 170 },
      { key: 'ended', title: say(words.ended), cell: (run) => run.endedAt === null ? '' : <Moment at={run.endedAt} />, value: (run) => run.endedAt === null ? null : moment(run.endedAt), isWideOnly: true, width: 170 }
    ]
  }, [say, locale, moment, onOpen])
}
