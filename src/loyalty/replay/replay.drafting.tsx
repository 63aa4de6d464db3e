import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { useMemo, useState } from 'react'
import { Go, useGo } from '#web/address.tsx'
import type { AnswerAt } from '#web/client.ts'
import { write } from '#web/client.ts'
import { useDraft } from '#web/draft.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { mainOf } from '../points/points.terms.words.ts'
import { draftsOf } from './replay.drafting.schema.ts'
import { replayPageWords as words } from './replay.page.words.ts'
import type { Drafts } from './replay.schema.ts'

type Part = 'earning' | 'tiers' | 'points'
const parts: readonly Part[] = ['earning', 'tiers', 'points']
/** What an editor handed over is checked by the server. */
const isHeld = <T extends object>(found: unknown): found is T | null => typeof found === 'object'

/** The drafts that the editors of rules, tiers and policy handed over. */
function useHanded() {
  const earning = useDraft<NonNullable<Drafts['earning']> | null>('replay.earning', null, isHeld)
  const tiers = useDraft<NonNullable<Drafts['tiers']> | null>('replay.tiers', null, isHeld)
  const points = useDraft<NonNullable<Drafts['points']> | null>('replay.points', null, isHeld)
  const drafts = useMemo((): Drafts => ({
    ...(earning.value === null ? {} : { earning: earning.value }), ...(tiers.value === null ? {} : { tiers: tiers.value }), ...(points.value === null ? {} : { points: points.value })
  }), [earning.value, tiers.value, points.value])
  const clear = { earning: earning.clear, tiers: tiers.clear, points: points.clear }
  return { drafts, drop: (part: Part) => clear[part](), dropAll: () => parts.forEach((part) => clear[part]()) }
}

/** What is to be tried: drafts from the editors as they are, and three handles on top. */
export function Drafting({ ground }: { readonly ground: AnswerAt<'/api/replay/ground'> }) {
  const { say } = useWords()
  const { unit } = useFormat()
  const go = useGo()
  const client = useQueryClient()
  const handed = useHanded()
  const base = useMemo(() => ({ ...ground, ...handed.drafts }), [ground, handed.drafts])
  const [ratePercent, setRate] = useState(100)
  const [ladderPercent, setLadder] = useState(100)
  // As the rules have it, until somebody writes another number.
  const [life, setLife] = useState<{ readonly months: number | null }>()
  const lifeNow = base.points[mainOf(base.points) ?? '']?.ttl?.months ?? null
  const lifeMonths = life === undefined ? lifeNow : life.months
  const [months, setMonths] = useState(12)
  const [price, setPrice] = useState(0.01)
  const [note, setNote] = useState('')
  const [key, setKey] = useState(newKey)
  const drafts = useMemo((): Drafts => ({ ...handed.drafts, ...draftsOf(base, { ratePercent, ladderPercent, lifeMonths: lifeMonths === lifeNow ? undefined : lifeMonths }) }), [handed.drafts, base, ratePercent, ladderPercent, lifeMonths, lifeNow])
  const isDrafted = Object.keys(drafts).length > 0
  const changes = useQuery({ queryKey: ['replay', 'changes', JSON.stringify(drafts)], enabled: isDrafted, retry: false, queryFn: () => write('post', '/api/replay/changes', { body: { drafts } }) })
  const start = useMutation({
    mutationFn: () => write('post', '/api/replay', { body: { drafts, months, note, priceMinor: String(Math.round(price * 10_000)) }, key }),
    onSuccess: async ({ runId }) => { handed.dropAll(); await client.invalidateQueries({ queryKey: ['replay', 'list'] }); go(`/replay/${runId}`) },
    onError: () => setKey(newKey())
  })
  return (
    <Card title={say(words.draft)}>
      <form className="rp-form" onSubmit={(event) => { event.preventDefault(); start.mutate() }}>
        {parts.filter((part) => handed.drafts[part] !== undefined).map((part) => (
          <p key={part} className="rp-whole rp-handed ck-bar"><span>{say(words[`handed_${part}`])}</span><Go to={`/${part}`}>{say(words.goOn)}</Go><Button size="small" onClick={() => handed.drop(part)}>{say(words.leaveOut)}</Button></p>
        ))}
        <label>{say(words.rate)}<InputNumber min={1} max={1000} precision={0} suffix="%" disabled={base.earning === null} value={ratePercent} onChange={(n) => { if (n !== null) setRate(n) }} /></label>
        <label>{say(words.ladder)}<InputNumber min={1} max={1000} precision={0} suffix="%" value={ladderPercent} onChange={(n) => { if (n !== null) setLadder(n) }} /></label>
        <label>{say(words.life)}<InputNumber min={1} max={240} precision={0} placeholder={say(words.forEver)} value={lifeMonths} onChange={(n) => setLife({ months: n })} /></label>
        <label>{say(words.months)}<InputNumber min={1} max={60} precision={0} value={months} onChange={(n) => { if (n !== null) setMonths(n) }} /></label>
        <label>{say(words.price)}<InputNumber min={0} max={1000} step={0.01} precision={4} prefix={unit} value={price} onChange={(n) => { if (n !== null) setPrice(n) }} /></label>
        <label>{say(words.note)}<Input maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} /></label>
        {base.earning === null && <p className="ck-soft rp-whole">{say(words.noEarning)}</p>}
        <div className="rp-whole" aria-live="polite">
          {!isDrafted && <><p className="ck-soft">{say(words.noChange)}</p><p className="ck-bar"><Go to="/earning">{say(words.toEarning)}</Go><Go to="/tiers">{say(words.toTiers)}</Go><Go to="/points">{say(words.toPoints)}</Go></p></>}
          {isDrafted && changes.data !== undefined && <><strong>{say(words.changes)}</strong><ul className="rp-list">{changes.data.changes.map((line) => <li key={line.en}>{say(line)}</li>)}</ul></>}
          {changes.error !== null && <ErrorNote error={changes.error} />}
          {start.error !== null && <ErrorNote error={start.error} />}
        </div>
        <div className="rp-whole"><Button type="primary" htmlType="submit" loading={start.isPending} disabled={!isDrafted || changes.error !== null}>{say(words.start)}</Button></div>
      </form>
    </Card>
  )
}
