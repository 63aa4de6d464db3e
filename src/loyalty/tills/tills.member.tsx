import { Button } from 'antd'
import { useFormat } from '#web/format.tsx'
import { useWords, type Words } from '#web/locale.tsx'
import { tillsPageWords as words } from './tills.page.words.ts'
import type { Member } from './tills.schema.ts'

const named = ({ say }: Words, { name }: Member): string => name ?? say(words.nameless)
const shownBy = ({ say }: Words, { by, key }: Member): string => say(by === 'phone' ? words.byPhone : by === 'card' ? words.byCard : words.byCode, { key })

/** Somebody was found by a number: nothing is done in their name before the clerk has asked. */
export function AskMember({ found, onYes, onNo }: { readonly found: readonly Member[], readonly onYes: (member: Member) => void, readonly onNo: () => void }) {
  const given = useWords()
  const { say } = given
  const [only, ...others] = found
  if (only === undefined) return null
  return (
    <section className="tl-ask" role="alert">
      <h2>{others.length === 0 ? say(words.isIt, { name: named(given, only) }) : say(words.whichOne)}</h2>
      {others.length === 0 && <p className="ck-soft">{shownBy(given, only)}</p>}
      <div className="tl-choices">
        {others.length === 0
          ? <Button type="primary" size="large" onClick={() => onYes(only)}>{say(words.yes)} <kbd>Enter</kbd></Button>
          : found.map((one) => <Button key={one.customerId} size="large" onClick={() => onYes(one)}>{named(given, one)} · {one.key}</Button>)}
        <Button size="large" onClick={onNo}>{say(words.no)} <kbd>Esc</kbd></Button>
      </div>
    </section>
  )
}

export function MemberCard({ member, onDrop }: { readonly member: Member | undefined, readonly onDrop: () => void }) {
  const given = useWords()
  const { num } = useFormat()
  const { say } = given
  if (member === undefined) return <p className="ck-soft">{say(words.nobody)}</p>
  return (
    <div className="tl-member">
      <div><b>{named(given, member)}</b><span className="ck-soft">{shownBy(given, member)}</span></div>
      <div className="tl-balance">{say(words.balance, { n: num(Number(member.available)) })}{member.debt !== '0' && <span className="ck-fault"> · {say(words.debt, { n: num(Number(member.debt)) })}</span>}{member.tier !== null && <span className="ck-tag">{say(member.tier)}</span>}</div>
      <button type="button" className="ck-text" onClick={onDrop}>{say(words.otherMember)}</button>
    </div>
  )
}
