import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { parseMinor, plainMoney } from '#foundation/money.ts'
import { read, write } from '#web/client.ts'
import { todayIn } from '#web/day.ts'
import { DayChoice } from '#web/daychoice.tsx'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import { useCurrencies } from '../../loyalty/points/points.currency.tsx'
import '../../customers/record/record.css'
import { liabilityPageWords as words } from './liability.page.words.ts'
import type { LiabilityOf } from './liability.schema.ts'

/** What a point is worth and what it costs, from a day on; what it would be booked at is said before it is saved. */
export function PriceDrawer({ of, usePermille, onClose }: { readonly of: LiabilityOf, readonly usePermille: number | undefined, readonly onClose: () => void }) {
  const { say } = useWords()
  const { money, day, percent } = useFormat()
  const { business } = useSession()
  const { amount, nameOf } = useCurrencies()
  const thousand = amount(of.currency, '1000')
  const shareOf = (permille: number): string => percent(permille / 1000, permille % 10 === 0 ? 0 : 1)
  const id = useId()
  const { data } = useQuery({ queryKey: ['liability', 'prices'], queryFn: ({ signal }) => read('/api/liability/prices', { signal }) })
  const [worth, setWorth] = useState(of.price === null ? '' : plainMoney(BigInt(of.price.perThousandMinor)))
  const [cost, setCost] = useState(of.price?.costPermille ?? 1000)
  const [use, setUse] = useState(usePermille ?? of.price?.usePermille ?? 1000)
  const [from, setFrom] = useState(todayIn(business.zone, new Date()))
  const [note, setNote] = useState('')
  const minor = parseMinor(worth)
  const isReady = minor !== undefined && minor > 0n && data !== undefined
  const save = useDeed((_: undefined, key) => write('put', '/api/liability/prices', {
    key, body: { version: data?.current.version ?? 0, validFrom: from, note, parameters: { ...data?.current.parameters, [of.currency]: { perThousandMinor: (minor ?? 0n).toString(), costPermille: cost, usePermille: use } } }
  }), { stale: [['liability']], done: onClose })
  const booked = minor === undefined ? undefined : (BigInt(of.outstanding) * minor * BigInt(cost) * BigInt(use)) / 1_000_000_000n
  return (
    <Drawer open onClose={onClose} title={say(words.priceTitle, { currency: nameOf(of.currency) })} footer={<Button type="primary" htmlType="submit" form={`${id}form`} loading={save.isPending} disabled={!isReady}>{say(words.save)}</Button>}>
      <form id={`${id}form`} className="re-form" onSubmit={(event) => { event.preventDefault(); save.mutate(undefined) }}>
        <label htmlFor={`${id}worth`}>{say(words.perThousand, { n: thousand, currency: nameOf(of.currency), money: business.currency })}</label>
        <Input id={`${id}worth`} inputMode="decimal" value={worth} onChange={(event) => setWorth(event.target.value.trim())} />
        <label htmlFor={`${id}cost`}>{say(words.costShare)}</label>
        <Share id={`${id}cost`} permille={cost} onChange={setCost} />
        <label htmlFor={`${id}use`}>{say(words.useShare)}</label>
        <Share id={`${id}use`} permille={use} onChange={setUse} />
        <DayChoice label={say(words.from)} value={from} onChange={(next) => setFrom(next ?? from)} />
        <label htmlFor={`${id}note`}>{say(words.note)}</label>
        <Input id={`${id}note`} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        {save.error !== null && <ErrorNote error={save.error} />}
        {booked !== undefined && <p role="status">{say(words.priceEffect, { day: day(from), money: money(booked) })}</p>}
      </form>
      {data !== undefined && data.items.length > 0 && (
        <>
          <h3 className="ck-small">{say(words.versions)}</h3>
          <ul className="ck-soft ck-small">
            {data.items.map(({ version, validFrom, parameters: { [of.currency]: price }, note: why }) => price !== undefined && (
              <li key={version}>{say(words.version, { n: version })}: {say(words.versionSays, { day: validFrom === null ? '–' : day(validFrom), n: thousand, currency: nameOf(of.currency), money: money(price.perThousandMinor), cost: shareOf(price.costPermille), use: shareOf(price.usePermille) })}{why !== '' && ` · ${why}`}</li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}

/** A share in percent, kept in thousandths. */
function Share({ id, permille, onChange }: { readonly id: string, readonly permille: number, readonly onChange: (permille: number) => void }) {
  return <InputNumber id={id} min={0} max={100} precision={1} suffix="%" value={permille / 10} onChange={(next) => onChange(next === null ? 1000 : Math.round(next * 10))} style={{ width: '100%' }} />
}
