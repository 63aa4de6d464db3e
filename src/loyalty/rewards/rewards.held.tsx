import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { BenefitOffered, MemberBenefits } from './rewards.benefits.schema.ts'
import { heldWords as words, noteWords } from './rewards.note.words.ts'
import { Undo, Withdraw } from './rewards.undo.tsx'

type Mileage = Extract<BenefitOffered, { kind: 'mileage' }>
const milesOf = ({ offered }: MemberBenefits): readonly Mileage[] => offered.filter((one) => one.kind === 'mileage').filter(({ total }) => total !== '0')
export const isHeld = (benefits: MemberBenefits): boolean => benefits.tradeIns.length + benefits.companions.length + milesOf(benefits).length > 0

/** Credit for old items, miles, and who came along lately; what was entered by mistake is taken back here. */
export function Held({ benefits }: { readonly benefits: MemberBenefits }) {
  const { say } = useWords()
  const { money, day, dayOf } = useFormat()
  return (
    <>
      {benefits.tradeIns.map((one) => (
        <div className="rw-item" key={one.tradeInId}>
          <div className="rw-line"><b>{one.photo === null ? one.item : <a href={one.photo} target="_blank" rel="noreferrer">{one.item}</a>}</b><span className="ck-num">{say(words.left, { money: money(BigInt(one.creditMinor) - BigInt(one.usedMinor)) })}</span></div>
          <div className="rw-line"><small className="ck-soft">{one.expiresOn === null ? say(words.ever) : say(words.until, { day: day(one.expiresOn) })}</small><Withdraw tradeIn={one} /></div>
        </div>
      ))}
      {milesOf(benefits).map((one) => <Miles key={one.definitionId} mileage={one} />)}
      {benefits.companions.map((one) => (
        <div className="rw-item" key={one.companionId}>
          <div className="rw-line"><b>{one.name ?? say(words.anonymous)}</b><span className="ck-soft ck-num ck-small">{day(dayOf(one.at))}</span></div>
          <div className="rw-line"><small className="ck-soft">{say(one.title)}</small><Undo companion={one} /></div>
        </div>
      ))}
    </>
  )
}

function Miles({ mileage: { title, unit, total, levels } }: { readonly mileage: Mileage }) {
  const { say } = useWords()
  const { num } = useFormat()
  const next = levels.find(({ at, given }) => !given && Number(at) > Number(total))
  return (
    <div className="rw-item">
      <div className="rw-line"><b>{say(title)}</b><span className="ck-num">{say(words.miles, { n: num(Number(total)), unit: say(unit) })}</span></div>
      <small className="ck-soft">{next === undefined ? say(noteWords.allGiven) : say(noteWords.next, { n: num(Number(next.at) - Number(total)), unit: say(unit), reward: say(next.reward) })}</small>
    </div>
  )
}
