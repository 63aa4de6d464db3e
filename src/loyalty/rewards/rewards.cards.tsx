import { Button } from 'antd'
import { EmptyStart } from '#web/empty.tsx'
import { ExportMenu, sheetOf } from '#web/export.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { DataTable, type Column } from '#web/table.tsx'
import { asDraft } from './rewards.catalogue.tsx'
import type { RewardsPart } from './rewards.page.tsx'
import { rewardsPageWords as words } from './rewards.page.words.ts'
import type { Definition } from './rewards.schema.ts'
import { sentencesOf } from './rewards.sentences.tsx'

/** A definition as a table shows it: its name opens the form, its rule stands beneath. */
export function useNamed({ edit, rewards, mayDefine }: RewardsPart) {
  const { say, locale } = useWords()
  const { num, money, day } = useFormat()
  const reward = (rewardId: string): string => { const found = rewards.find(({ definitionId }) => definitionId === rewardId); return found === undefined ? '–' : say(found.title) }
  const rule = (definition: Definition): string => sentencesOf(asDraft(definition), { say, num, money: (minor) => money(minor), day, reward }).join(locale === 'en' ? ' ' : '')
  const column = (title: string): Column<Definition> => ({
    key: 'name', title, value: (one) => say(one.title),
    cell: (one) => <span className="rw-name">{mayDefine ? <button type="button" className="ck-text" style={{ padding: 0, textAlign: 'start' }} onClick={() => edit(asDraft(one))}>{say(one.title)}</button> : say(one.title)}<small>{one.active ? rule(one) : say(words.stopped)}</small></span>
  })
  return { column, rule }
}

/** Stamp cards: who collects, what was filled, what is owed after returns. */
export function Cards(part: RewardsPart) {
  const { data, create, mayDefine, rewards } = part
  const { say } = useWords()
  const { num } = useFormat()
  const { column } = useNamed(part)
  const rows = data.definitions.filter(({ kind }) => kind === 'stamp_card')
  const figuresOf = ({ definitionId }: Definition) => data.cards.find((one) => one.definitionId === definitionId)
  const begin = mayDefine && <Button size="small" type="primary" disabled={rewards.length === 0} onClick={() => create('stamp_card')}>{say(words.newCard)}</Button>
  if (rows.length === 0) return <Card title={say(words.cards)}><EmptyStart title={say(words.noCards)} why={<>{say(words.noCardsWhy)}{rewards.length === 0 && ` ${say(words.firstReward)}`}</>}>{begin}</EmptyStart></Card>
  const count = (key: 'members' | 'given' | 'fulls' | 'debt', title: string, more: Partial<Column<Definition>> = {}): Column<Definition> => ({ key, title, value: (one) => figuresOf(one)?.[key] ?? 0, cell: (one) => num(figuresOf(one)?.[key] ?? 0), isNumber: true, width: 110, ...more })
  const columns = [column(say(words.name)), count('members', say(words.collects)), count('given', say(words.given), { isWideOnly: true }), count('fulls', say(words.fulls)), count('debt', say(words.debt), { isWideOnly: true, width: 130 })]
  return <Card title={say(words.cards)} aside={<div className="rw-steps">{begin}<ExportMenu sheet={() => sheetOf(say(words.cards), columns, rows)} /></div>}><DataTable label={say(words.cards)} rows={rows} rowKey={({ definitionId }) => definitionId} columns={columns} /></Card>
}

/** Offers: what was given off, and for how many orders. */
export function Offers(part: RewardsPart) {
  const { data, create, mayDefine } = part
  const { say } = useWords()
  const { num, money } = useFormat()
  const { column } = useNamed(part)
  const rows = data.definitions.filter(({ kind }) => kind === 'offer')
  const figuresOf = ({ definitionId }: Definition) => data.offers.find((one) => one.definitionId === definitionId)
  const begin = mayDefine && <Button size="small" type="primary" onClick={() => create('offer')}>{say(words.newOffer)}</Button>
  if (rows.length === 0) return <Card title={say(words.offers)}><EmptyStart title={say(words.noOffers)} why={say(words.noOffersWhy)}>{begin}</EmptyStart></Card>
  const columns: readonly Column<Definition>[] = [
    column(say(words.name)),
    { key: 'orders', title: say(words.used), value: (one) => figuresOf(one)?.orders ?? 0, cell: (one) => num(figuresOf(one)?.orders ?? 0), isNumber: true, width: 110 },
    { key: 'off', title: say(words.off), value: (one) => Number(figuresOf(one)?.amountMinor ?? 0) / 10_000, cell: (one) => money(figuresOf(one)?.amountMinor ?? '0', { whole: true }), isNumber: true, width: 120 }
  ]
  return <Card title={say(words.offers)} aside={<div className="rw-steps">{begin}<ExportMenu sheet={() => sheetOf(say(words.offers), columns, rows)} /></div>}><DataTable label={say(words.offers)} rows={rows} rowKey={({ definitionId }) => definitionId} columns={columns} /></Card>
}
