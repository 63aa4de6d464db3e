/** Who may do what, which passwords will do, when guessing has gone too far. Pure. */
import type { Sentence } from '#foundation/words.ts'
import { roleNames, type Role } from './access.schema.ts'
import { accessWords } from './access.words.ts'

interface Scope { readonly may: readonly string[], readonly not?: readonly string[] }

/** `orders.read` names one right, `orders.*` and `*.read` all of their kind, `*` everything. Everybody has `access.self`. */
const scopes: Readonly<Record<Role, Scope>> = {
  owner: { may: ['*'] },
  manager: { may: ['*'], not: ['access.write'] },
  analyst: { may: ['*.read', '*.export', 'definitions.write', 'warehouse.write'], not: ['access.read', 'audit.read', 'audit.export', 'metrics.read'] },
  agent: { may: ['record.read', 'record.write', 'record.reveal', 'identity.*', 'events.*', 'orders.read', 'rfm.read', 'lifecycle.read', 'behaviour.read', 'definitions.read', 'warehouse.read', 'business.read', 'jobs.read', 'points.read', 'tiers.read', 'points.write', 'vouchers.read', 'vouchers.write', 'vouchers.issue', 'earning.read', 'rewards.read', 'rewards.write', 'returns.read', 'returns.write'] },
  clerk: { may: ['record.read', 'identity.read', 'events.read', 'orders.read', 'business.read', 'points.read', 'tiers.read', 'points.write', 'vouchers.read', 'vouchers.write', 'earning.read', 'rewards.read', 'rewards.write', 'returns.read', 'returns.write', 'tills.read', 'tills.write'] },
  integrator: { may: ['record.read', 'record.write', 'record.reveal', 'identity.*', 'events.*', 'orders.*', 'imports.*', 'points.read', 'tiers.read', 'points.write', 'vouchers.read', 'vouchers.write', 'earning.read', 'rewards.read', 'rewards.write', 'returns.read', 'returns.write', 'business.read', 'jobs.read', 'metrics.read', 'tills.read', 'tills.write', 'tills.code'] }
}

export const isRole = (text: string): text is Role => roleNames.some((name) => name === text)

/** The rights of a role among all that the routes name. */
export function rightsOf(role: Role, all: Iterable<string>): ReadonlySet<string> {
  const { may, not = [] } = scopes[role]
  return new Set([...all].filter((right) => right === 'access.self' || (may.some((pattern) => covers(pattern, right)) && !not.some((pattern) => covers(pattern, right)))))
}

function covers(pattern: string, right: string): boolean {
  if (pattern === '*' || pattern === right) return true
  const [capability = '', verb = ''] = right.split('.')
  return pattern === `${capability}.*` || pattern === `*.${verb}`
}

export const passwordLeast = 10
const passwordMost = 200

/** What is wrong with a password, or undefined. Length is what counts; beyond it only what guessers try first is refused. */
export function passwordFault(password: string, email: string, name: string): Sentence | undefined {
  const length = [...password].length
  if (length < passwordLeast) return accessWords.passwordShort
  if (length > passwordMost) return accessWords.passwordLong
  const plain = password.toLowerCase()
  if (new Set(plain).size < 4 || isRun(plain) || guessedFirst.test(plain)) return accessWords.passwordCommon
  const own = [email.toLowerCase().split('@')[0] ?? '', name.toLowerCase()].filter((part) => part.length >= 4)
  if (plain === email.toLowerCase() || own.some((part) => plain.includes(part) && length - part.length < 6)) return accessWords.passwordOwn
  return undefined
}

const guessedFirst = /^(password|passw0rd|qwerty(uiop)?|1q2w3e4r(5t)?|iloveyou|admin(istrator)?|changke|woaini|letmein|welcome)[\d!@#.]*$/

/** 1234567890, abcdefghij, and the same backwards. */
function isRun(text: string): boolean {
  const steps = new Set([...text].slice(1).map((_, i) => (text.charCodeAt(i + 1) - text.charCodeAt(i) + 10) % 10))
  return steps.size === 1 && /^(\d+|[a-z]+)$/.test(text)
}

export interface Tries { readonly pair: number, readonly account: number, readonly address: number }
export const windowMinutes = 15

/** A person who mistypes has ten tries from where they are; one address may serve a whole shop; an account under attack from many addresses closes later. */
export const areTooMany = ({ pair, account, address }: Tries): boolean => pair > 10 || address > 60 || account > 100
