import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { BenefitOffered } from './rewards.benefits.schema.ts'
import { Labelled } from './rewards.inputs.tsx'
import { isLink, type NoteDraft } from './rewards.note.draft.tsx'
import { leftWords, noteWords as words } from './rewards.note.words.ts'

type Offered<K extends BenefitOffered['kind']> = Extract<BenefitOffered, { kind: K }>
interface FieldsProps<K extends BenefitOffered['kind']> { readonly offer: Offered<K>, readonly draft: NoteDraft, readonly set: (change: Partial<NoteDraft>) => void, readonly children: ReactNode }

/** What is asked for a benefit; beneath it, and beneath what every benefit asks, what it will come to. */
export function NoteFields({ offer, draft, set, children }: FieldsProps<BenefitOffered['kind']>) {
  switch (offer.kind) {
    case 'trade_in': return <Intake offer={offer} draft={draft} set={set}>{children}</Intake>
    case 'companion': return <Company offer={offer} draft={draft} set={set}>{children}</Company>
    case 'mileage': return <Trip offer={offer} draft={draft} set={set}>{children}</Trip>
    case 'gift': return <Birthday offer={offer}>{children}</Birthday>
  }
}

function Intake({ offer: { grades, expiresOn }, draft, set, children }: FieldsProps<'trade_in'>) {
  const { say } = useWords()
  const { money, day } = useFormat()
  const credit = money(grades[draft.grade]?.creditMinor ?? '0')
  return (
    <>
      <Labelled label={words.item}>{(id) => <Input id={id} autoFocus maxLength={200} placeholder={say(words.itemLike)} value={draft.item} onChange={(event) => set({ item: event.target.value })} />}</Labelled>
      <Labelled label={words.serial}>{(id) => <Input id={id} maxLength={120} autoComplete="off" value={draft.serial} onChange={(event) => set({ serial: event.target.value })} />}</Labelled>
      <Labelled label={words.grade}>{(id) => <Select id={id} value={draft.grade} onChange={(grade: number) => set({ grade })} options={grades.map(({ grade, creditMinor }, value) => ({ value, label: say(words.gradeCredit, { grade: say(grade), money: money(creditMinor) }) }))} />}</Labelled>
      <Labelled label={words.photo}>{(id) => (
        <>
          <Input id={id} inputMode="url" maxLength={500} status={isLink(draft.photo) ? '' : 'error'} value={draft.photo} onChange={(event) => set({ photo: event.target.value })} />
          {!isLink(draft.photo) && <small role="status" className="ck-soft">{say(words.photoWrong)}</small>}
        </>
      )}</Labelled>
      {children}
      <p role="status" className="rw-preview">{expiresOn === null ? say(words.credit, { money: credit }) : say(words.creditUntil, { money: credit, day: day(expiresOn) })}</p>
    </>
  )
}

function Company({ offer: { benefit, isNamed, left, per, reward }, draft, set, children }: FieldsProps<'companion'>) {
  const { say, locale } = useWords()
  const told = [say(words.benefit, { benefit: say(benefit) }), ...(reward === null ? [] : [say(words.alsoGives, { reward: say(reward) })]), ...(left === null || per === null ? [] : [say(leftWords[per], { n: left })])]
  return (
    <>
      <Labelled label={isNamed ? words.name : words.nameOptional}>{(id) => <Input id={id} autoFocus maxLength={100} autoComplete="off" value={draft.name} onChange={(event) => set({ name: event.target.value })} />}</Labelled>
      {children}
      <p role="status" className="rw-preview">{told.join(locale === 'en' ? ' ' : '')}</p>
    </>
  )
}

function Trip({ offer, draft, set, children }: FieldsProps<'mileage'>) {
  const { say, locale } = useWords()
  const { num } = useFormat()
  const unit = say(offer.unit)
  const now = Number(offer.total)
  const after = now + (draft.quantity ?? 0)
  const reached = offer.levels.filter(({ at, given }) => !given && Number(at) <= after)
  const next = offer.levels.find(({ at, given }) => !given && Number(at) > after)
  const told = [
    say(draft.quantity === null ? words.total : words.after, { total: num(now), after: num(after), unit }),
    ...reached.map(({ at, reward }) => say(words.reaches, { at: num(Number(at)), unit, reward: say(reward) })),
    ...(next === undefined ? (reached.length === 0 ? [say(words.allGiven)] : []) : [say(words.next, { n: num(Number(next.at) - after), unit, reward: say(next.reward) })])
  ]
  return (
    <>
      <Labelled label={{ zh: say(words.quantity, { unit }), en: say(words.quantity, { unit }) }}>{(id) => <InputNumber id={id} autoFocus inputMode="numeric" min={1} max={1_000_000} precision={0} value={draft.quantity} onChange={(quantity) => set({ quantity })} />}</Labelled>
      <Labelled label={words.number}>{(id) => (
        <>
          <Input id={id} maxLength={120} autoComplete="off" aria-describedby={`${id}why`} value={draft.number} onChange={(event) => set({ number: event.target.value })} />
          <small id={`${id}why`} className="ck-soft">{say(words.numberWhy)}</small>
        </>
      )}</Labelled>
      {children}
      <p role="status" className="rw-preview">{told.join(locale === 'en' ? ' ' : '')}</p>
    </>
  )
}

function Birthday({ offer: { reward }, children }: Pick<FieldsProps<'gift'>, 'offer' | 'children'>) {
  const { say } = useWords()
  return <>{children}<p role="status" className="rw-preview">{say(words.gift, { reward: say(reward) })}</p></>
}
