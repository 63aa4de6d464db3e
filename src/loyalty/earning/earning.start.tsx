import { useMutation } from '@tanstack/react-query'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { dayOf, startOf } from '#foundation/zone.ts'
import { Go } from '#web/address.tsx'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { EmptyStart } from '#web/empty.tsx'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { useCurrencies } from '../points/points.currency.tsx'
import { useNames } from './earning.names.tsx'
import { earningPageWords as words, templateWords } from './earning.page.words.ts'
import { Field } from './earning.field.tsx'
import { sentenceOf } from './earning.sentence.words.ts'
import type { Preview, Programme } from './earning.schema.ts'
import { templateOf, type TemplateName } from './earning.templates.words.ts'

const templates: readonly TemplateName[] = ['plain', 'tiers', 'campaign']

/** Nothing is counted until somebody turns it on: what there would be, what it would come to, and the button. */
export function Start({ newest }: { readonly newest: number }) {
  const { say, locale } = useWords()
  const { business, rights } = useSession()
  const [name, setName] = useState<TemplateName>('tiers')
  const programme = templateOf(name, dayOf(new Date(), business.zone), locale)
  const names = useNames(programme)
  const mayDefine = mayOpen(rights, 'earning.define')
  return (
    <div className="ck-page">
      <EmptyStart isPage title={say(words.emptyTitle)} why={say(words.emptyWhy)} />
      <div className="ea-templates">
        {templates.map((one) => (
          <Card key={one} title={say(templateWords[one].title)} aside={mayDefine && <Button size="small" type={one === name ? 'primary' : 'default'} aria-pressed={one === name} onClick={() => setName(one)}>{say(words.begin, { name: say(templateWords[one].title) })}</Button>}>
            <p>{say(templateWords[one].says)}</p>
          </Card>
        ))}
      </div>
      <div className="ck-columns in-wide-left" style={{ marginTop: 16 }}>
        <Card title={say(words.rules)}><ol className="ea-rules">{programme.rules.map((rule, at) => <li className="ea-rule" key={rule.key}><b aria-hidden>{at + 1}</b><div><strong>{rule.name}</strong><p>{say(sentenceOf(rule, names))}</p></div></li>)}</ol></Card>
        {mayDefine && <Begin programme={programme} newest={newest} />}
      </div>
    </div>
  )
}

function Begin({ programme, newest }: { readonly programme: Programme, readonly newest: number }) {
  const { say } = useWords()
  const { zone } = useSession().business
  const [isPast, setPast] = useState(false)
  const [day, setDay] = useState(() => dayjs().subtract(1, 'year').format('YYYY-MM-DD'))
  const from = startOf(day, zone).toISOString()
  const preview = useMutation({ mutationFn: () => write('post', '/api/earning/preview', { body: { programme, from } }) })
  const begin = useDeed(async (_: undefined, key) => {
    await write('post', '/api/earning/versions', { key, body: { programme, version: newest, ...(isPast ? { validFrom: from } : {}) } })
    if (isPast) await write('post', '/api/earning/counts', { key: `${key}c`, body: { from } })
  }, { stale: [['earning']] })
  return (
    <Card title={say(words.startTitle)}>
      <div className="ea-form">
        <Segmented vertical value={isPast ? 'past' : 'today'} onChange={(next) => { setPast(next === 'past'); preview.reset() }} options={[{ value: 'today', label: say(words.startToday) }, { value: 'past', label: say(words.startPast) }]} />
        {isPast && (
          <>
            <Field label={say(words.day)}><DatePicker allowClear={false} maxDate={dayjs()} value={dayjs(day)} onChange={(next: dayjs.Dayjs | null) => { if (next !== null) { setDay(next.format('YYYY-MM-DD')); preview.reset() } }} /></Field>
            <Button loading={preview.isPending} onClick={() => preview.mutate()}>{say(words.preview)}</Button>
            {preview.error !== null && <ErrorNote error={preview.error} />}
            {preview.data !== undefined && <Foreseen preview={preview.data} programme={programme} />}
          </>
        )}
        {begin.error !== null && <ErrorNote error={begin.error} />}
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate(undefined)}>{say(isPast ? words.startPast : words.startToday)}</Button>
        {isPast && <p className="ck-soft ck-small">{say(words.counting)} <Go to="/jobs">{say(words.toJobs)}</Go></p>}
      </div>
    </Card>
  )
}

function Foreseen({ preview, programme }: { readonly preview: Preview, readonly programme: Programme }) {
  const { say } = useWords()
  const { num } = useFormat()
  const { amount } = useCurrencies()
  const names = useNames(programme)
  return (
    <div role="status">
      {Object.entries(preview.currencies).map(([currency, { points, living }]) => <p key={currency}>{say(words.previewSays, { members: num(preview.members), orders: num(preview.orders), points: amount(currency, points), currency: say(names.currency(currency)), living: amount(currency, living) })}</p>)}
      {preview.counted < preview.orders && <p className="ck-small">{say(words.previewPart, { counted: num(preview.counted) })}</p>}
      <p className="ck-soft ck-small">{say(words.beforeReturns)}</p>
    </div>
  )
}
