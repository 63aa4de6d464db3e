import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, Popconfirm } from 'antd'
import { useId, useState } from 'react'
import type { AnswerAt } from '#web/client.ts'
import { read, write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { ErrorNote } from '#web/error.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { devicesWords as words } from './tills.devices.words.ts'

type Offline = AnswerAt<'/api/tills/offline'>
const offlineKey = ['tills', 'offline']

/** Which tills may sell without network, what each of them may spend, and what that may cost at worst. */
export function Devices({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { num, money } = useFormat()
  const offline = useQuery({ queryKey: offlineKey, queryFn: ({ signal }) => read('/api/tills/offline', { signal }) })
  const setting = useQuery({ queryKey: ['tills', 'setting'], queryFn: ({ signal }) => read('/api/tills/setting', { signal }) })
  const error = offline.error ?? setting.error
  const terms = setting.data?.parameters
  const worst = BigInt(offline.data?.worstPoints ?? 0)
  const out = BigInt(offline.data?.outPoints ?? 0)
  const left = worst > out ? worst - out : 0n
  const worth = terms === undefined || BigInt(terms.points) === 0n ? 0n : worst * BigInt(terms.moneyMinor) / BigInt(terms.points)
  return (
    <Drawer open onClose={onClose} size="large" title={say(words.title)}>
      {error !== null && <ErrorNote error={error} onRetry={() => { void offline.refetch(); void setting.refetch() }} />}
      {offline.data !== undefined && terms !== undefined && (
        <div className="tl-devices">
          <p role="status">{worst === 0n ? say(words.closed) : say(words.worst, { worst: num(Number(worst)), money: money(worth), out: num(Number(out)), left: num(Number(left)) })}</p>
          {offline.data.devices.length === 0 && <p className="ck-soft">{say(words.none)}</p>}
          {offline.data.devices.map((device) => <OneDevice key={device.deviceId} device={device} allowances={offline.data.allowances.filter(({ deviceId }) => deviceId === device.deviceId)} left={left} />)}
          <Register />
        </div>
      )}
    </Drawer>
  )
}

function OneDevice({ device: { deviceId, name, store, at, revokedAt }, allowances, left }: { readonly device: Offline['devices'][number], readonly allowances: Offline['allowances'], readonly left: bigint }) {
  const { say } = useWords()
  const { num, moment } = useFormat()
  const id = useId()
  const [points, setPoints] = useState('')
  const revoke = useDeed((_: undefined, key) => write('post', '/api/tills/devices/{deviceId}/revocation', { path: { deviceId }, key }), { stale: [offlineKey] })
  const grant = useDeed((_: undefined, key) => write('post', '/api/tills/allowances', { body: { deviceId, points }, key }), { stale: [offlineKey], done: () => setPoints('') })
  const settle = useDeed((allowanceId: string, key) => write('post', '/api/tills/allowances/{allowanceId}/closing', { path: { allowanceId }, key }), { stale: [offlineKey] })
  const fault = revoke.error ?? grant.error ?? settle.error
  const isReady = /^[1-9]\d{0,14}$/.test(points) && BigInt(points) <= left
  return (
    <section className="tl-device">
      <div className="ck-bar">
        <strong>{name}</strong><span className="ck-soft ck-small">{store !== null && <>{store} · </>}{revokedAt === null ? say(words.registered, { at: moment(at) }) : say(words.revoked, { at: moment(revokedAt) })}</span>
        {revokedAt === null && <span className="ck-end"><Popconfirm title={say(words.revokeAsks, { name })} okText={say(words.revoke)} cancelText={say(words.no)} onConfirm={() => revoke.mutate(undefined)}><Button size="small" danger loading={revoke.isPending}>{say(words.revoke)}</Button></Popconfirm></span>}
      </div>
      {fault !== null && <ErrorNote error={fault} />}
      {allowances.map((one) => (
        <div key={one.allowanceId} className="ck-bar ck-small">
          <span>{say(words.allowance, { total: num(Number(one.total)), member: num(Number(one.perMember)), used: num(Number(one.used)) })} <span className="ck-soft">{one.closedAt === null ? say(words.until, { until: moment(one.validUntil), late: moment(one.lateUntil) }) : say(words.settled, { at: moment(one.closedAt) })}</span></span>
          {one.closedAt === null && <Popconfirm title={say(words.settleAsks)} okText={say(words.settle)} cancelText={say(words.no)} onConfirm={() => settle.mutate(one.allowanceId)}><Button size="small" loading={settle.isPending}>{say(words.settle)}</Button></Popconfirm>}
        </div>
      ))}
      {grant.data !== undefined && <div role="status"><p className="ck-small">{say(words.granted, { name })}</p><pre className="tl-granted" tabIndex={0}>{JSON.stringify(grant.data, null, 1)}</pre></div>}
      {revokedAt === null && left > 0n && (
        <form className="ck-bar" onSubmit={(event) => { event.preventDefault(); if (isReady) grant.mutate(undefined) }}>
          <label htmlFor={`${id}points`} className="ck-small">{say(words.amount, { name })}</label>
          <Input id={`${id}points`} inputMode="numeric" value={points} style={{ width: 140 }} onChange={({ target }) => setPoints(target.value.replaceAll(/[,，\s]/g, ''))} />
          <Button htmlType="submit" loading={grant.isPending} disabled={!isReady}>{say(words.grant)}</Button>
        </form>
      )}
    </section>
  )
}

function Register() {
  const { say } = useWords()
  const id = useId()
  const [name, setName] = useState('')
  const [publicKey, setKey] = useState('')
  const register = useDeed((_: undefined, key) => write('post', '/api/tills/devices', { body: { name: name.trim(), publicKey }, key }), { stale: [offlineKey], done: () => { setName(''); setKey('') } })
  const isKey = /^[A-Za-z0-9_-]{43}$/.test(publicKey)
  return (
    <form className="tl-device" onSubmit={(event) => { event.preventDefault(); register.mutate(undefined) }}>
      <strong>{say(words.register)}</strong>
      <label htmlFor={`${id}name`}>{say(words.name)}</label>
      <Input id={`${id}name`} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
      <label htmlFor={`${id}key`}>{say(words.key)}</label>
      <Input id={`${id}key`} value={publicKey} maxLength={60} spellCheck={false} autoComplete="off" onChange={({ target }) => setKey(target.value.trim())} />
      {publicKey !== '' && !isKey && <p className="ck-fault ck-small" role="alert">{say(words.faultKey)}</p>}
      <p className="ck-soft ck-small">{say(words.keyWhy)}</p>
      {register.error !== null && <ErrorNote error={register.error} />}
      <div><Button type="primary" htmlType="submit" loading={register.isPending} disabled={!isKey || name.trim() === ''}>{say(words.register)}</Button></div>
    </form>
  )
}
