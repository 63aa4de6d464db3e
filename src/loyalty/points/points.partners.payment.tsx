import { Button, Drawer, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import { parseMinor } from '#foundation/money.ts'
import { write } from '#web/client.ts'
import { todayIn } from '#web/day.ts'
import { DayChoice } from '#web/daychoice.tsx'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import '../../customers/record/record.css'
import type { Partner } from './points.partner.schema.ts'
import { stalePartners, useOwed, useStatement, type Statement } from './points.partners.owed.tsx'
import { payable } from './points.partners.schema.ts'
import { statementWords as words } from './points.partners.words.ts'

/** Money that changed hands. It begins as what the statement says is owed; where it leaves both is said before it is recorded. */
export function PaymentDrawer({ partner, statement, onClose }: { readonly partner: Partner, readonly statement: Statement, readonly onClose: () => void }) {
  const { say } = useWords()
  const { business } = useSession()
  const { owed, sideOf } = useOwed()
  const id = useId()
  const today = todayIn(business.zone, new Date())
  const [isOurs, setOurs] = useState(statement.closingMinor.startsWith('-'))
  const [text, setText] = useState(sideOf(statement.closingMinor) === 'even' ? '' : payable(BigInt(statement.closingMinor), business.currency))
  const [paidOn, setPaidOn] = useState(today)
  const [note, setNote] = useState('')
  const amount = parseMinor(text)
  const isReady = amount !== undefined && amount > 0n
  const moneyMinor = isReady ? (isOurs ? -amount : amount) : undefined
  const month = paidOn.slice(0, 7)
  const { data } = useStatement(partner.partnerId, month)
  const save = useDeed((_: undefined, key) => write('post', '/api/points/partners/{partnerId}/payments', { key, path: { partnerId: partner.partnerId }, body: { moneyMinor: String(moneyMinor ?? ''), paidOn, note: note.trim() } }), { ...stalePartners, done: onClose })
  return (
    <Drawer open onClose={onClose} title={say(words.payTitle, { name: partner.name })} footer={<Button type="primary" htmlType="submit" form={`${id}form`} loading={save.isPending} disabled={!isReady}>{say(words.savePayment)}</Button>}>
      <form id={`${id}form`} className="re-form" onSubmit={(event) => { event.preventDefault(); if (isReady) save.mutate(undefined) }}>
        <fieldset><legend>{say(words.direction)}</legend><Segmented block aria-label={say(words.direction)} value={isOurs} onChange={setOurs} options={[{ value: false, label: say(words.theyPaid) }, { value: true, label: say(words.wePaid) }]} /></fieldset>
        <div className="re-labelled">
          <label htmlFor={`${id}money`}>{say(words.amount, { currency: business.currency })}</label>
          <Input id={`${id}money`} inputMode="decimal" autoComplete="off" value={text} {...(text !== '' && !isReady ? { status: 'error' as const, 'aria-describedby': `${id}fault` } : {})} onChange={({ target }) => setText(target.value.trim())} />
          {text !== '' && !isReady && <em className="po-fault" role="alert" id={`${id}fault`}>{say(words.amountFault)}</em>}
        </div>
        <DayChoice label={say(words.paidOn)} value={paidOn} onChange={(next) => setPaidOn(next ?? today)} />
        <div className="re-labelled"><label htmlFor={`${id}note`}>{say(words.note)}</label><Input id={`${id}note`} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} /></div>
        {moneyMinor !== undefined && data !== undefined && !save.isPending && <p role="status">{say(words.effect, { month, owed: owed(BigInt(data.closingMinor) - moneyMinor) })}</p>}
        <p className="ck-soft ck-small">{say(words.mistake)}</p>
        {save.error !== null && <ErrorNote error={save.error} />}
      </form>
    </Drawer>
  )
}
