import { read, write } from './client.ts'

/** Who is signed in, with which rights, in whose house; refused with 401 where nobody is. */
export const whoAmI = (signal: AbortSignal) => read('/api/access/me', { signal })
export type Session = Awaited<ReturnType<typeof whoAmI>>

/** Begins a session of this browser. */
export const enter = (email: string, password: string) => write('post', '/api/access/sign-in', { body: { email, password } })

/** Ends it. */
export const leave = () => write('post', '/api/access/sign-out', {})

/** What a one-time link is for, and following it. */
export const lookAt = (token: string) => write('post', '/api/access/link', { body: { token } })
export type Looked = Awaited<ReturnType<typeof lookAt>>
