/**
 * The account the bundled PostgreSQL runs as. It refuses to be root, so under root it becomes `postgres`, or else `nobody`; everybody else is fine as they are.
 */
import { type SpawnOptions, spawnSync } from 'node:child_process'
import { chownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

export interface Account { readonly name: string, readonly uid: number, readonly gid: number }

/** Undefined: the account of this process will do. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((fields) => fields[0] === name) ?? []
    if (uid === undefined || gid === undefined) continue
    // macOS writes nobody as -2.
    const account = { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
    if (spawnSync('/bin/sh', ['-c', ':'], { ...asAccount(account), stdio: 'ignore' }).status === 0) return account
  }
  throw new Refusal('postgres.no_account', 500, {
    zh: 'PostgreSQL 不能以 root 运行，而这里没有可以切换到的 postgres 或 nobody 用户。请以普通用户启动，或用 DATABASE_URL 指向自备的 PostgreSQL。',
    en: 'PostgreSQL does not run as root, and there is no postgres or nobody user to become here. Start as an ordinary user, or point DATABASE_URL at a PostgreSQL of your own.'
  })
}

/** How to start a program as the account, with an environment that cannot confuse PostgreSQL. */
export const asAccount = (account: Account | undefined): Pick<SpawnOptions, 'uid' | 'gid' | 'env' | 'cwd' | 'windowsHide'> => ({
  windowsHide: true,
  ...(process.platform !== 'win32' && { cwd: '/', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin:/usr/sbin:/sbin' } }),
  ...(account && { uid: account.uid, gid: account.gid })
})

/** Asked by trying, as the account: permissions, access lists and mounts all have a say. */
export const mayReach = (account: Account | undefined, path: string): boolean =>
  account === undefined || spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...asAccount(account), stdio: 'ignore' }).status === 0

export function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid)
}

/**
 * The account for a cluster that exists: whoever owns it, so that a machine that gains a `postgres` user later, or a start by root after one by a user, finds
 * its data. Files that root copied into place are given back.
 */
export function ownerOf(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = statSync(cluster)
  if (uid !== 0) return { name: String(uid), uid, gid }
  const account = serverAccount()
  giveTo(account, cluster)
  for (const path of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) giveTo(account, join(cluster, path))
  return account
}
