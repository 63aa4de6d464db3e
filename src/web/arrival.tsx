import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { arrivalWords } from './arrival.words.ts'
import { BusinessFields, type BusinessChoice } from './arrival.business.tsx'
import { write } from './client.ts'
import { Door, Fault, Field } from './door.tsx'
import { lookAt, type Looked } from './gate.ts'
import { useWords } from './locale.tsx'
import { sessionQuery } from './session.tsx'
import { shellWords } from './shell.words.ts'

/** Where one-time links lead: the first owner, an invitation, a new password. The token stays behind `#`, so it never reaches a log. */
export function Arrival() {
  const { say } = useWords()
  const [token] = useState(() => location.hash.slice(1))
  const link = useQuery({ queryKey: ['access', 'link', token], queryFn: () => lookAt(token), retry: false, staleTime: Number.POSITIVE_INFINITY })
  if (link.data !== undefined) return <ArrivalForm token={token} link={link.data} />
  return (
    <Door title={say(link.error === null ? arrivalWords.wait : arrivalWords.invalid)} lead="" onSubmit={() => location.assign('/')}>
      <Fault error={link.error} />
      {link.error !== null && <Button type="primary" htmlType="submit" size="large" block>{say(arrivalWords.toSignIn)}</Button>}
    </Door>
  )
}

function ArrivalForm({ token, link }: { readonly token: string, readonly link: Looked }) {
  const { say, locale } = useWords()
  const client = useQueryClient()
  const isFirst = link.kind === 'first'
  const [name, setName] = useState(link.name ?? '')
  const [email, setEmail] = useState(link.email ?? '')
  const [password, setPassword] = useState('')
  const [business, setBusiness] = useState<BusinessChoice>(() => firstChoice(link))
  const arrive = useMutation({
    mutationFn: () => isFirst
      ? write('post', '/api/access/first', { body: { token, name: name.trim(), email: email.trim(), password, locale, ...(link.business.isFixed ? {} : { business }) } })
      : write('post', '/api/access/join', { body: { token, password, locale, ...(link.kind === 'invite' ? { name: name.trim() } : {}) } }),
    onSuccess: () => {
      history.replaceState(null, '', '/')
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    }
  })
  const title = isFirst ? say(arrivalWords.first) : link.kind === 'invite' ? say(arrivalWords.join, { business: link.business.name }) : say(arrivalWords.reset)
  const lead = isFirst ? say(arrivalWords.firstLead) : say(link.kind === 'invite' ? arrivalWords.joinLead : arrivalWords.resetLead, { email: link.email ?? '' })
  useEffect(() => { document.title = `${title} · ${say(shellWords.product)}` }, [title, say])
  return (
    <Door title={title} lead={lead} onSubmit={() => arrive.mutate()}>
      {link.kind !== 'reset' && <Field label={say(arrivalWords.name)}>{(ids) => <Input {...ids} size="large" required autoFocus autoComplete="name" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}</Field>}
      {isFirst && <Field label={say(arrivalWords.email)}>{(ids) => <Input {...ids} size="large" type="email" required autoComplete="username" value={email} onChange={(event) => setEmail(event.target.value)} />}</Field>}
      <Field label={say(arrivalWords.password)} hint={say(arrivalWords.passwordHint)}>
        {(ids) => <Input.Password {...ids} size="large" required minLength={10} autoComplete="new-password" value={password} onChange={(event) => setPassword(event.target.value)} />}
      </Field>
      {isFirst && (link.business.isFixed
        ? <p className="ck-soft ck-small">{say(arrivalWords.fixed, { name: link.business.name, currency: link.business.currency, zone: link.business.zone })}</p>
        : <BusinessFields value={business} onChange={setBusiness} />)}
      <Fault error={arrive.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={arrive.isPending}>{say(isFirst ? arrivalWords.begin : arrivalWords.save)}</Button>
    </Door>
  )
}

/** What the browser knows about where it stands is the better first guess for the zone. */
const firstChoice = ({ business: { name, currency, zone, country } }: Looked): BusinessChoice =>
  ({ name, currency, country, zone: Intl.DateTimeFormat().resolvedOptions().timeZone === 'UTC' ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone })
