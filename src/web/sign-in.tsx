import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useId, useState, type FormEvent } from 'react'
import { enter } from './gate.ts'
import { useWords } from './locale.tsx'
import { sessionQuery } from './session.tsx'
import { shellWords } from './shell.words.ts'
import { signInWords } from './sign-in.words.ts'

export function SignIn() {
  const { say, locale, setLocale } = useWords()
  const client = useQueryClient()
  const ids = { email: useId(), password: useId(), fault: useId() }
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => enter(email.trim(), password),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  })
  useEffect(() => { document.title = `${say(signInWords.title)} · ${say(shellWords.product)}` }, [say])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <main className="ck-door">
      <div className="ck-door-top"><span className="ck-brand"><strong>常客</strong> <span>Changke</span></span>
        <button type="button" className="ck-text" lang={locale === 'en' ? 'zh-CN' : 'en'} onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}>{say(signInWords.other)}</button>
      </div>
      <form className="ck-card" onSubmit={submit}>
        <h1>{say(signInWords.title)}</h1>
        <p className="ck-soft">{say(signInWords.promise)}</p>
        <label htmlFor={ids.email}>{say(signInWords.email)}</label>
        <Input id={ids.email} type="email" autoComplete="username" required autoFocus size="large" value={email} onChange={(event) => setEmail(event.target.value)} aria-describedby={signIn.error ? ids.fault : undefined} />
        <label htmlFor={ids.password}>{say(signInWords.password)}</label>
        <Input.Password id={ids.password} autoComplete="current-password" required size="large" value={password} onChange={(event) => setPassword(event.target.value)} />
        {signIn.error && <p id={ids.fault} role="alert" className="ck-fault">{signIn.error.message}</p>}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>{say(signInWords.submit)}</Button>
        <p className="ck-soft ck-small">{say(signInWords.forgot)}</p>
      </form>
    </main>
  )
}
