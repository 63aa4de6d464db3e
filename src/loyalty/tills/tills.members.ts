/** Who stands at the till: by phone, card, the tail of either, or the code that the member shows. Names are masked: enough to ask, too little to use. */
import { randomBytes } from 'node:crypto'
import { mask, searchKeys } from '#customers/identity/identity.ts'
import type { Db, Trx } from '#foundation/db.ts'
import { Refusal } from '#foundation/refusal.ts'
import { readWallets } from '#loyalty/points/points.ts'
import { readMember } from '#loyalty/tiers/tiers.ts'
import { readBusiness } from '#settings/business/business.ts'
import { isCode, makeCode, readCode } from './tills.codes.ts'
import { maskName } from './tills.rules.ts'
import type { Member } from './tills.schema.ts'
import { readSetting } from './tills.settings.ts'
import * as sql from './tills.sql.ts'
import { tillsWords as words } from './tills.words.ts'

const atMost = 5

/** The members that the text may mean, best first. A code is used up by this. Refuses: tills.code_forged, tills.code_expired, tills.code_used. */
export async function findMembers(trx: Trx, text: string, now: Date): Promise<{ items: Member[] }> {
  const asked = text.trim()
  if (isCode(asked)) {
    const shown = readCode(await secretOf(trx), asked, now)
    if (!(await sql.useCode(trx, shown.nonce, shown.expiresAt, now))) throw new Refusal('tills.code_used', 409, words.codeUsed)
    return { items: await dressed(trx, [{ customerId: shown.customerId, by: 'code', key: '' }], now) }
  }
  const { country } = await readBusiness(trx)
  const matches = (await searchKeys(trx, asked, country, atMost * 2)).filter(({ kind }) => kind === 'phone' || kind === 'card')
  const exact = matches.filter(({ value }) => value.replace(/^\+86/, '') === asked.replace(/[\s-]/g, '').toUpperCase() || value === asked)
  const wanted = [...new Map((exact.length > 0 ? exact : matches).map((match) => [match.customerId, match])).values()].slice(0, atMost)
  return { items: await dressed(trx, wanted.map((match) => ({ customerId: match.customerId, by: match.kind, key: match.kind === 'card' ? `****${match.value.slice(-4)}` : mask(match) })), now) }
}

async function dressed(db: Db | Trx, found: readonly { readonly customerId: string, readonly by: string, readonly key: string }[], now: Date): Promise<Member[]> {
  const names = await sql.findNames(db, found.map(({ customerId }) => customerId))
  const { parameters: { currency } } = await readSetting(db)
  return Promise.all(found.filter(({ customerId }) => names.has(customerId)).map(async ({ customerId, by, key }): Promise<Member> => {
    const wallet = (await readWallets(db, customerId, now)).find((one) => one.currency === currency)
    return { customerId, name: maskName(names.get(customerId) ?? null), by, key, isSure: by === 'code', available: wallet?.balance.available ?? '0', debt: wallet?.balance.debt ?? '0', tier: (await readMember(db, customerId, now)).name }
  }))
}

const secretOf = (trx: Trx): Promise<string> => sql.codeSecret(trx, randomBytes(32).toString('base64url'))
const codeSeconds = 90

/** A code for a member to show, good for a minute and a half and once. */
export async function showCode(trx: Trx, customerId: string, now: Date): Promise<{ code: string, expiresAt: string }> {
  const expiresAt = new Date(Math.floor(now.getTime() / 1000) * 1000 + codeSeconds * 1000)
  return { code: makeCode(await secretOf(trx), customerId, expiresAt), expiresAt: expiresAt.toISOString() }
}
