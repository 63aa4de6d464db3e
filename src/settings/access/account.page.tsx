import { Button, Input, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { write } from '#web/client.ts'
import { useDeed } from '#web/deed.ts'
import { Fault, Field } from '#web/door.tsx'
import { useWords } from '#web/locale.tsx'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { SessionsCard } from './account.sessions.tsx'
import { accountPageWords as words, roleWords } from './access.page.words.ts'

const roleNameOf = (role: string) => Object.entries(roleWords).find(([name]) => name === role)?.[1].name ?? { zh: role, en: role }

/** One's own name, language and password. */
export function AccountPage() {
  const { say, tell } = useWords()
  const { user, role, rights } = useSession()
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={tell(words.answer, { name: <Mark>{user.name}</Mark>, role: say(roleNameOf(role)), email: user.email })} />
      <div className="ck-columns">
        <Profile />
        <Password />
      </div>
      <SessionsCard />
      <Card title={say(words.rights)}><p className="ck-soft">{rights.join(' · ')}</p></Card>
    </div>
  )
}

function Profile() {
  const { say, locale, setLocale } = useWords()
  const { user } = useSession()
  const [name, setName] = useState(user.name)
  const save = useDeed((_: undefined, key) => write('patch', '/api/access/me', { body: { name: name.trim(), locale }, key }), { stale: [['access', 'me']] })
  return (
    <Card title={say(words.profile)}>
      <Form submit={say(words.save)} isPending={save.isPending} error={save.error} told={save.isSuccess ? say(words.saved) : undefined} onSubmit={() => save.mutate(undefined)}>
        <Field label={say(words.name)}>{(ids) => <Input {...ids} required maxLength={80} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />}</Field>
        <div className="ck-field">
          <span id="language">{say(words.language)}</span>
          <div><Segmented aria-labelledby="language" value={locale} onChange={setLocale} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} /></div>
        </div>
      </Form>
    </Card>
  )
}

function Password() {
  const { say } = useWords()
  const { user } = useSession()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useDeed(() => write('post', '/api/access/password', { body: { current, next } }), { done: () => { setCurrent(''); setNext('') } })
  return (
    <Card title={say(words.password)}>
      <Form submit={say(words.change)} isPending={change.isPending} error={change.error} told={change.isSuccess ? say(words.changed) : undefined} onSubmit={() => change.mutate(undefined)}>
        <input type="text" hidden readOnly autoComplete="username" value={user.email} />
        <p className="ck-soft">{say(words.passwordWhy)}</p>
        <Field label={say(words.current)}>{(ids) => <Input.Password {...ids} required autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} />}</Field>
        <Field label={say(words.next)} hint={say(words.hint)}>{(ids) => <Input.Password {...ids} required minLength={10} autoComplete="new-password" value={next} onChange={(event) => setNext(event.target.value)} />}</Field>
      </Form>
    </Card>
  )
}

interface FormProps { readonly submit: string, readonly isPending: boolean, readonly error: Error | null, readonly told: string | undefined, readonly onSubmit: () => void, readonly children: ReactNode }

function Form({ submit, isPending, error, told, onSubmit, children }: FormProps) {
  return (
    <form onSubmit={(event) => { event.preventDefault(); onSubmit() }}>
      {children}
      <Fault error={error} />
      <div className="ck-bar ck-card-foot"><Button type="primary" htmlType="submit" loading={isPending}>{submit}</Button><span role="status">{told}</span></div>
    </form>
  )
}
