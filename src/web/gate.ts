import { send } from './api.ts'

/** Ends the session of this browser. */
export const leave = (): Promise<unknown> => send('POST', '/api/access/sign-out', {})

/** Begins one. */
export const enter = (email: string, password: string): Promise<unknown> => send('POST', '/api/access/sign-in', { email, password })
