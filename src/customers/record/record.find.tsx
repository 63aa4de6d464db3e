import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import type { Sentence } from '#foundation/words.ts'
import { writtenKey } from '../identity/identity.words.ts'
import './record.css'
import { recordPageWords } from './record.page.words.ts'
import type { Found } from './record.schema.ts'

interface FindProps {
  /** Who is not offered: they are here already. */
  readonly without: readonly string[]
  readonly label: Sentence
  /** Says `{text}`, which found nobody. */
  readonly nothing: Sentence
  /** Where looking for somebody is what the reader came for. */
  readonly isFirst?: boolean
  readonly onChoose: (found: Found) => void
}

/** Finds a customer by name, pinyin, the end of a phone or a card, and hands over whoever is pressed. */
export function FindCustomer({ without, label, nothing, isFirst = false, onChoose }: FindProps) {
  const { say } = useWords()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data, error, isFetching } = useQuery({ queryKey: ['record', 'search', wanted], enabled: wanted !== '', retry: false, queryFn: ({ signal }) => read('/api/record/search', { query: { q: wanted, limit: 8 }, signal }) })
  const found = wanted === '' ? [] : (data?.items ?? []).filter(({ customerId }) => !without.includes(customerId))
  return (
    <>
      <Input type="search" autoFocus={isFirst} aria-label={say(label)} placeholder={say(label)} value={text} maxLength={100} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      {error !== null && <ErrorNote error={error} />}
      {wanted !== '' && !isFetching && error === null && found.length === 0 && <p className="ck-soft" role="status">{say(nothing, { text: wanted })}</p>}
      <ul className="re-found">
        {found.map((one) => (
          <li key={one.customerId}>
            <button type="button" onClick={() => onChoose(one)}>
              <b>{one.name ?? say(recordPageWords.nameless)}</b>
              <span className="ck-soft">{[one.phone === null ? undefined : writtenKey('phone', one.phone), one.regionName].filter((part) => part !== undefined && part !== null).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
