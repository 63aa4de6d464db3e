import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { startOf } from '#foundation/zone.ts'
import { Go } from '#web/address.tsx'
import { Problem } from '#web/api.ts'
import { write } from '#web/client.ts'
import { todayIn } from '#web/day.ts'
import { ErrorNote } from '#web/error.tsx'
import { newKey } from '#web/key.ts'
import { useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.tsx'
import { cardWords as words } from './points.card.words.ts'
import { digitsOf, useCurrencies } from './points.currency.tsx'

/**
 * Points given or taken by hand, with the reason. What it would come to is asked before it is booked. What was missed may count on a day gone by; where that
 * month is closed, a second person is asked.
 */
export function Adjust({ customerId, onClose }: { readonly customerId: string, readonly onClose: () => void }) {
  const { say } = useWords()
  const { zone } = useSession().business
  const id = useId()
  const client = useQueryClient()
  const currencies = useCurrencies()
  const [chosen, setCurrency] = useState<string>()
  const currency = chosen ?? currencies.keys[0] ?? 'points'
  const [amount, setAmount] = useState('')
  const [day, setDay] = useState<string>()
  const [note, setNote] = useState('')
  const [key, setKey] = useState(newKey)
  const digits = digitsOf(amount, currencies.scaleOf(currency))
  const isGiving = digits !== undefined && !digits.startsWith('-')
  const reason = note.trim()
  // Noon: a day of the business, whatever its clocks do.
  const at = day === undefined || !isGiving ? undefined : new Date(startOf(day, zone).getTime() + 43_200_000).toISOString()
  const command = at === undefined ? { do: 'adjust' as const, amount: digits ?? '', note: reason } : { do: 'earn' as const, amount: digits ?? '', at, note: reason }
  const orders = [{ customerId, currency, command }]
  const isReady = digits !== undefined && reason !== ''
  const tried = useQuery({ queryKey: ['points', 'tried', customerId, currency, digits, at], enabled: isReady, retry: false, queryFn: () => write('post', '/api/points/commands', { body: { orders, dryRun: true } }) })
  const isClosed = tried.error instanceof Problem && tried.error.code === 'points.period_closed'
  const save = useMutation({
    mutationFn: () => write('post', '/api/points/commands', { body: { orders }, key }),
    onSuccess: async () => { onClose(); await client.invalidateQueries({ predicate: ({ queryKey }) => ['points', 'events', 'record'].includes(String(queryKey[0])) }) },
    onError: () => setKey(newKey())
  })
  const request = useMutation({
    mutationFn: () => write('post', '/api/points/approvals', { body: { orders, reason }, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['points', 'approvals'] }),
    onError: () => setKey(newKey())
  })
  const fault = save.error ?? request.error ?? (isClosed ? null : tried.error)
  const footer = request.isSuccess
    ? <Button type="primary" onClick={onClose}>{say(words.close)}</Button>
    : isClosed
      ? <Button type="primary" loading={request.isPending} onClick={() => request.mutate()}>{say(words.request)}</Button>
      : <Button type="primary" htmlType="submit" form={`${id}form`} loading={save.isPending} disabled={!isReady || tried.error !== null}>{say(words.save)}</Button>
  return (
    <Drawer open onClose={onClose} title={say(words.adjust)} footer={footer}>
      {request.isSuccess
        ? <><p role="status">{say(words.requested)}</p><p><Go to="/points">{say(words.toRequests)}</Go></p></>
        : (
          <form id={`${id}form`} className="re-form" onSubmit={(event) => { event.preventDefault(); if (isReady && tried.error === null) save.mutate() }}>
            <label htmlFor={`${id}currency`}>{say(words.currency)}</label>
            <Select id={`${id}currency`} value={currency} onChange={setCurrency} options={currencies.keys.map((value) => ({ value, label: currencies.nameOf(value) }))} />
            <label htmlFor={`${id}amount`}>{say(words.amount)}</label>
            <Input id={`${id}amount`} inputMode="numeric" value={amount} {...(amount !== '' && amount !== '-' && digits === undefined ? { status: 'error' as const } : {})} onChange={(event) => { setAmount(event.target.value.trim().replace('−', '-').replaceAll(/[,，]/g, '')); setKey(newKey()) }} />
            {isGiving && (
              <>
                <label htmlFor={`${id}day`}>{say(words.day)}</label>
                <DatePicker id={`${id}day`} value={day === undefined ? null : dayjs(day)} disabledDate={(one) => one.format('YYYY-MM-DD') >= todayIn(zone, new Date())} onChange={(next: dayjs.Dayjs | null) => { setDay(next?.format('YYYY-MM-DD')); setKey(newKey()) }} />
                <p className="ck-soft ck-small">{say(words.dayWhy)}</p>
              </>
            )}
            <label htmlFor={`${id}note`}>{say(words.note)}</label>
            <Input id={`${id}note`} maxLength={500} value={note} onChange={(event) => { setNote(event.target.value); setKey(newKey()) }} />
            {fault !== null && <ErrorNote error={fault} />}
            {isClosed && fault === null && <p role="status">{say(words.closed)}</p>}
            {tried.data !== undefined && tried.error === null && fault === null && <p role="status">{say(words.now, { n: currencies.amount(currency, tried.data.items[0]?.balance.available ?? '0') })}</p>}
          </form>
        )}
    </Drawer>
  )
}
