import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { startOf } from '#foundation/zone.ts'
import { write } from '#web/client.ts'
import { todayIn } from '#web/day.ts'
import { ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import { replayPageWords as words } from './replay.page.words.ts'

interface ScheduleProps { readonly runId: string, readonly changes: readonly { readonly zh: string, readonly en: string }[], readonly onClose: () => void }

/** The switch: all drafts as versions that hold from one instant, with what changes once more in words. */
export function Schedule({ runId, changes, onClose }: ScheduleProps) {
  const { say } = useWords()
  const client = useQueryClient()
  const { zone } = useSession().business
  const today = todayIn(zone, new Date())
  const [isLater, setLater] = useState(true)
  const [day, setDay] = useState<string>()
  const [key, setKey] = useState(newKey)
  const save = useMutation({
    mutationFn: () => write('post', '/api/replay/{runId}/schedule', { path: { runId }, body: isLater && day !== undefined ? { validFrom: startOf(day, zone).toISOString() } : {}, key }),
    onSuccess: async () => { onClose(); await client.invalidateQueries({ predicate: ({ queryKey }) => ['replay', 'tiers', 'earning', 'points'].includes(String(queryKey[0])) }) },
    onError: () => setKey(newKey())
  })
  return (
    <Drawer open onClose={onClose} title={say(words.schedule)} footer={<Button type="primary" loading={save.isPending} disabled={isLater && day === undefined} onClick={() => save.mutate()}>{say(words.confirm)}</Button>}>
      <div className="rp-form">
        <p className="ck-soft rp-whole">{say(words.scheduleWhat)}</p>
        <ul className="rp-list rp-whole">{changes.map((line) => <li key={line.en}>{say(line)}</li>)}</ul>
        <Segmented aria-label={say(words.from)} value={isLater} onChange={setLater} options={[{ value: true, label: say(words.onDay) }, { value: false, label: say(words.atOnce) }]} />
        {isLater && <label>{say(words.day, { zone })}<DatePicker value={day === undefined ? null : dayjs(day)} disabledDate={(one) => one.format('YYYY-MM-DD') <= today} onChange={(next: dayjs.Dayjs | null) => setDay(next?.format('YYYY-MM-DD'))} /></label>}
        {save.error !== null && <div className="rp-whole"><ErrorNote error={save.error} /></div>}
      </div>
    </Drawer>
  )
}
