import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useGo } from './address.tsx'
import { read, type AnswerAt } from './client.ts'
import { leave } from './gate.ts'
import { useSettledLocale } from './language.tsx'
import { useWords } from './locale.tsx'
import { isListed, type ActionDef, type PageDef } from './page.ts'
import { commandWords, roomWords } from './shell.words.ts'
import { useTheme } from './theme.tsx'

/** What the record's search answers for one customer; the phone is masked where the role may not see it. */
type FoundCustomer = AnswerAt<'/api/record/search'>['items'][number]

interface Find { readonly key: string, readonly group: string, readonly text: string, readonly hint: string, readonly run: () => void }

interface CommandProps {
  readonly pages: readonly PageDef[]
  readonly actions: readonly ActionDef[]
  readonly maySearch: boolean
  readonly onClose: () => void
}

/** One box for everything: customers by name, pinyin, phone tail or card; pages; actions. A native dialog keeps the focus inside. */
export function Command({ pages, actions, maySearch, onClose }: CommandProps) {
  const { say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const wanted = useDeferredValue(text.trim())
  const customers = useQuery({
    queryKey: ['record', 'search', wanted],
    queryFn: ({ signal }) => read('/api/record/search', { query: { q: wanted, limit: 8 }, signal }),
    enabled: maySearch && wanted.length > 0, staleTime: 30_000, retry: false, placeholderData: (before) => wanted === '' ? undefined : before
  })
  const finds = useFinds(pages, actions, wanted, wanted === '' ? [] : customers.data?.items ?? [], onClose)
  const place = Math.min(chosen, finds.length - 1)
  const isSearching = wanted !== '' && customers.isFetching

  useEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) element.showModal()
  }, [])
  useEffect(() => {
    const option = document.getElementById(`${list}-${String(place)}`)
    option?.scrollIntoView({ block: 'nearest' })
  }, [list, place])

  const onKey = (event: KeyboardEvent) => {
    // While a Chinese input method composes, Enter and the arrows belong to it.
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && finds.length > 0) {
      event.preventDefault()
      setChosen((place + step + finds.length) % finds.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      finds[place]?.run()
    }
  }
  return (
    <dialog ref={dialog} className="ck-command" aria-label={say(commandWords.label)} onClose={onClose} onClick={(event) => { if (event.target === dialog.current) dialog.current.close() }}>
      <input
        type="search" role="combobox" aria-expanded aria-controls={list} aria-activedescendant={finds.length > 0 ? `${list}-${String(place)}` : undefined} aria-autocomplete="list" autoFocus
        aria-label={say(commandWords.label)} placeholder={say(commandWords.placeholder)} value={text} autoComplete="off" spellCheck={false}
        onChange={(event) => { setText(event.target.value); setChosen(0) }} onKeyDown={onKey}
      />
      <ul id={list} role="listbox" aria-label={say(commandWords.label)}>
        {finds.map((find, index) => (
          <li key={find.key} id={`${list}-${String(index)}`} role="option" aria-selected={index === place} onClick={find.run} onPointerMove={() => setChosen(index)}>
            <span className="ck-group">{finds[index - 1]?.group === find.group ? '' : find.group}</span>
            <span>{find.text}</span>
            <span className="ck-hint">{find.hint}</span>
          </li>
        ))}
      </ul>
      <p className="ck-foot" role="status">
        {finds.length === 0 && wanted !== '' ? say(isSearching ? commandWords.searching : commandWords.nothing, { text: wanted }) : say(commandWords.keys)}
      </p>
    </dialog>
  )
}

function useFinds(pages: readonly PageDef[], actions: readonly ActionDef[], wanted: string, customers: readonly FoundCustomer[], close: () => void): readonly Find[] {
  const { say, locale } = useWords()
  const settleLocale = useSettledLocale()
  const { isDark, setBrightness } = useTheme()
  const go = useGo()
  const matches = (...texts: readonly (string | undefined)[]) => wanted === '' || texts.some((text) => text?.toLowerCase().includes(wanted.toLowerCase()))
  const doing = (run: () => void) => () => { close(); run() }
  const people = customers.map((customer): Find => ({
    key: customer.customerId, group: say(commandWords.customers), text: customer.name ?? say(commandWords.nameless), hint: customer.phone ?? customer.regionName ?? '', run: doing(() => go(`/customers/${customer.customerId}`))
  }))
  const places = pages.filter((page) => isListed(page) && matches(page.title.zh, page.title.en, page.finds, roomWords[page.room].zh, roomWords[page.room].en)).map((page): Find => ({
    key: page.path, group: say(commandWords.pages), text: say(page.title), hint: say(roomWords[page.room]), run: doing(() => go(page.path))
  }))
  const own: readonly (readonly [string, string, () => void])[] = [
    ['theme', say(isDark ? commandWords.themeLight : commandWords.themeDark), () => setBrightness(isDark ? 'light' : 'dark')],
    ['language', say(commandWords.toEnglish), () => settleLocale(locale === 'en' ? 'zh-CN' : 'en')],
    ['out', say(commandWords.signOut), () => { void leave().finally(() => location.assign('/')) }]
  ]
  const deeds = [
    ...actions.filter((action) => matches(action.title.zh, action.title.en, action.finds)).map((action): Find => ({ key: `do ${action.to}`, group: say(commandWords.actions), text: say(action.title), hint: '', run: doing(() => go(action.to)) })),
    ...own.filter(([, text]) => matches(text)).map(([key, text, run]): Find => ({ key, group: say(commandWords.actions), text, hint: '', run: doing(run) }))
  ]
  return [...people, ...places, ...deeds]
}
