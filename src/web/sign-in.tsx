import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Door, Fault, Field } from './door.tsx'
import { enter } from './gate.ts'
import { useWords } from './locale.tsx'
import { sessionQuery } from './session.tsx'
import { shellWords } from './shell.words.ts'
import { signInWords } from './sign-in.words.ts'

export function SignIn() {
  const { say } = useWords()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({ mutationFn: () => enter(email.trim(), password), onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }) })
  useEffect(() => { document.title = `${say(signInWords.title)} · ${say(shellWords.product)}` }, [say])
  return (
    <Door title={say(signInWords.title)} lead={say(signInWords.promise)} onSubmit={() => signIn.mutate()}>
      <Field label={say(signInWords.email)}>
        {(ids) => <Input {...ids} type="email" autoComplete="username" required autoFocus size="large" value={email} onChange={(event) => setEmail(event.target.value)} />}
      </Field>
      <Field label={say(signInWords.password)}>
        {(ids) => <Input.Password {...ids} autoComplete="current-password" required size="large" value={password} onChange={(event) => setPassword(event.target.value)} />}
      </Field>
      <Fault error={signIn.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>{say(signInWords.submit)}</Button>
      <p className="ck-soft ck-small">{say(signInWords.forgot)}</p>
    </Door>
  )
}
