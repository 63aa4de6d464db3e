import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { AnswerAt } from '#web/client.ts'
import { write } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Moment, useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { useNarrow } from '#web/media.ts'
import { benefitWords, keepWords, ladderDifferences, ruleWords, termWords } from './tiers.ladder.words.ts'
import { tiersPageWords as words } from './tiers.page.words.ts'

type Policies = AnswerAt<'/api/tiers/policy'>

/** The ladder in force in plain words, and every version with what it changed. */
export function Ladder({ data, action }: { readonly data: Policies, readonly action?: ReactNode }) {
  const { say, locale } = useWords()
  const { business: { currency } } = useSession()
  const isNarrow = useNarrow()
  const held = data.items.find(({ version }) => version === data.inForce)
  if (held === undefined) return null
  const { parameters } = held
  const rungs = parameters.tiers.map((tier, rank) => ({
    id: tier.id, name: say(tier.name),
    cells: [
      [say(words.toReach), rank === 0 ? say(words.begins) : ruleWords(tier.upgrade, currency, locale)], [say(words.toKeep), rank === 0 ? '–' : keepWords(tier.keep, currency, locale)],
      [say(words.brings), benefitWords(tier.benefits, currency, locale).join(locale === 'en' ? ', ' : '、') || say(words.usual)]
    ] as const
  }))
  return (
    <Card title={say(words.ladder)} aside={<span className="ck-bar">{say(words.ladderAside, { n: held.version })}{action}</span>}>
      {isNarrow ? <Rungs rungs={rungs} /> : (
        <div className="ck-table" tabIndex={0} role="region" aria-label={say(words.ladder)}>
          <table>
            <thead><tr><th scope="col">{say(words.tier)}</th><th scope="col">{say(words.toReach)}</th><th scope="col">{say(words.toKeep)}</th><th scope="col">{say(words.brings)}</th></tr></thead>
            <tbody>{rungs.map(({ id, name, cells }) => <tr key={id}><th scope="row">{name}</th>{cells.map(([label, text]) => <td key={label}><span className="ck-wrap ti-cell">{text}</span></td>)}</tr>)}</tbody>
          </table>
        </div>
      )}
      <ul className="ck-soft ti-terms">{termWords(parameters, locale).map((line) => <li key={line}>{line}</li>)}</ul>
      {data.items.length > 1 && <details className="ti-versions"><summary>{say(words.versions, { n: data.items.length })}</summary><Versions data={data} /></details>}
    </Card>
  )
}

/** The same on a phone, one below the other. */
const Rungs = ({ rungs }: { readonly rungs: readonly { readonly id: string, readonly name: string, readonly cells: readonly (readonly [label: string, text: string])[] }[] }) => (
  <ul className="ti-list">{rungs.map(({ id, name, cells }) => (
    <li key={id}><b>{name}</b><dl className="ti-rung">{cells.map(([label, text]) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl></li>
  ))}</ul>
)

function Versions({ data }: { readonly data: Policies }) {
  const { say } = useWords()
  const { moment } = useFormat()
  const { rights, business: { currency } } = useSession()
  const client = useQueryClient()
  const withdraw = useMutation({ mutationFn: (version: number) => write('delete', '/api/tiers/policy/{version}', { path: { version } }), onSuccess: () => client.invalidateQueries({ queryKey: ['tiers'] }) })
  const held = data.items.find(({ version }) => version === data.inForce)
  return (
    <>
      {withdraw.error !== null && <ErrorNote error={withdraw.error} />}
      <ol className="ti-list">
        {data.items.map((one, place) => {
          const before = data.items[place + 1]
          const isToCome = one.withdrawnAt === null && held !== undefined && one.validFrom > held.validFrom
          return (
            <li key={one.version}>
              <div className="ck-bar">
                <strong>{say(words.version, { n: one.version })}</strong>
                <span className="ck-soft">{one.withdrawnAt !== null ? say(words.withdrawn) : one.version === data.inForce ? say(words.inForce) : isToCome ? say(words.scheduled, { at: moment(one.validFrom) }) : say(words.since, { at: moment(one.validFrom) })} · <Moment at={one.at} />{one.note !== '' && <> · {one.note}</>}</span>
                {isToCome && mayOpen(rights, 'tiers.define') && <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(one.version)}>{say(words.withdraw)}</Button>}
              </div>
              {before !== undefined && <ul className="ck-soft ck-small">{ladderDifferences(before.parameters, one.parameters, currency).map((line) => <li key={line.en}>{say(line)}</li>)}</ul>}
            </li>
          )
        })}
      </ol>
    </>
  )
}
