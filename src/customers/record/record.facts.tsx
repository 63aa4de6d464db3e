import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { read } from '#web/client.ts'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { Card } from '#web/question.tsx'
import { kindWords, writtenKey } from '../identity/identity.words.ts'
import { recordPageWords as words } from './record.page.words.ts'
import type { Customer, Field } from './record.schema.ts'
import { sourceWord } from './record.source.words.ts'
import { basicWords, genderWords } from './record.words.ts'

export const useFields = () => useQuery({
  queryKey: ['record', 'fields'], queryFn: ({ signal }) => read('/api/record/fields', { signal }), staleTime: 300_000
})

/** What is known of the person; what is not known is not listed. */
export function Facts({ customer }: { readonly customer: Customer }) {
  const { say } = useWords()
  const { day, dayOf, num } = useFormat()
  const fields = useFields().data?.items ?? []
  const own = (field: Field): ReactNode => {
    const value = customer.custom[field.key]
    if (value === undefined || value === null) return null
    return typeof value === 'boolean' ? say(value ? words.yes : words.no) : typeof value === 'number' ? num(value, Number.isInteger(value) ? 0 : 2) : field.type === 'date' ? day(value) : value
  }
  const born = customer.birthdayWords
  return (
    <Card title={say(words.facts)}>
      <Figures>
        {customer.gender !== null && <Figure label={say(basicWords.gender)} value={say(genderWords[customer.gender])} />}
        {born !== null && <Figure label={say(basicWords.birthday)} value={say(born)} {...(customer.nextBirthday === null ? {} : { note: say(words.nextBirthday, { day: day(customer.nextBirthday) }) })} />}
        {(['regionName', 'address', 'occupation', 'industry', 'country'] as const).map((name) => {
          const value = customer[name]
          return value === null ? null : <Figure key={name} label={say(basicWords[name === 'regionName' ? 'region' : name])} value={<span className="re-value">{value}</span>} />
        })}
        {fields.map((field) => { const value = own(field); return value === null ? null : <Figure key={field.key} label={say(field.label)} value={value} /> })}
      </Figures>
      <p className="ck-soft ck-small">{say(words.since, { day: day(dayOf(customer.createdAt)), source: say(sourceWord(customer.source)) })}</p>
    </Card>
  )
}

/** Every name this person answers to, and where it came from. */
export function Identities({ customer }: { readonly customer: Customer }) {
  const { say } = useWords()
  return (
    <Card title={say(words.identities)} aside={customer.keys.some((key) => key.masked) ? say(words.masked) : undefined}>
      {customer.keys.length === 0 && <p className="ck-soft">{say(words.noKeys)}</p>}
      <Figures>
        {customer.keys.map((key) => <Figure key={`${key.kind} ${key.value}`} label={say(kindWords[key.kind])} note={say(words.fromSource, { source: say(sourceWord(key.source)) })} value={<span className="re-value">{writtenKey(key.kind, key.value)}</span>} />)}
      </Figures>
    </Card>
  )
}

const isBasic = (field: string): field is keyof typeof basicWords => field in basicWords

/** A field by its name, and what a record says in it. */
export function useShown() {
  const { say } = useWords()
  const fields = useFields().data?.items ?? []
  return {
    label: (field: string): string => {
      const own = fields.find(({ key }) => `custom.${key}` === field)
      return own !== undefined ? say(own.label) : isBasic(field) ? say(basicWords[field]) : field
    },
    shown: (customer: Customer, field: string): string => {
      if (field === 'birthday') return customer.birthdayWords === null ? '–' : say(customer.birthdayWords)
      if (field === 'gender') return customer.gender === null ? '–' : say(genderWords[customer.gender])
      const value: unknown = field === 'region' ? customer.regionName : field.startsWith('custom.') ? customer.custom[field.slice('custom.'.length)] : Object.entries(customer).find(([name]) => name === field)?.[1]
      return typeof value === 'boolean' ? say(value ? words.yes : words.no) : value === null || value === undefined ? '–' : String(value)
    }
  }
}
