/** The command line as a person meets it: exit codes, sentences, help in their language. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Terminal } from '#foundation/command.ts'
import { runCommand } from '../src/changke.ts'

const folder = mkdtempSync(join(tmpdir(), 'changke-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function call(words: readonly string[], more: Partial<Terminal> = {}): Promise<{ readonly code: number, readonly out: string, readonly err: string }> {
  let out = ''
  let err = ''
  const code = await runCommand(words, {
    locale: 'en', folder, columns: 100, isWatched: false, signal: new AbortController().signal, print: (text) => { out += text }, note: (text) => { err += text }, ...more
  })
  return { code, out, err }
}

test('help lists every command, in the language of the system', async () => {
  expect(await call([])).toMatchObject({ code: 0, out: expect.stringContaining('analyse FILE') })
  expect((await call(['--help'], { locale: 'zh-CN' })).out).toContain('读一份订单文件')
  expect((await call(['analyse', '--help'])).out).toContain('--as-of DATE')
})

test('what is not understood is a sentence and exit 2', async () => {
  expect(await call(['anlyse'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('There is no command "anlyse"') })
  expect(await call(['analyse'])).toMatchObject({ code: 2, err: expect.stringContaining('still needs FILE') })
  expect(await call(['analyse', 'a.csv', '--colour', 'red'])).toMatchObject({ code: 2, err: expect.stringContaining('--colour') })
  expect(await call(['analyse', 'a.csv', '--as-of', '2026-02-31', '--lang', 'zh'])).toMatchObject({ code: 2, err: expect.stringContaining('应为一个日期') })
  expect(await call(['analyse', 'a.csv', '--zone', 'Mars/Olympus'])).toMatchObject({ code: 2 })
})

test('what cannot be done is a sentence and exit 1', async () => {
  expect(await call(['analyse', 'missing.csv'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('There is no file') })
  expect(await call(['analyse', '.'])).toMatchObject({ code: 1, err: expect.stringContaining('is not a file') })
})

test('a relative path is meant from where the person is; JSON stands alone on standard output, the page goes to its file', async () => {
  writeFileSync(join(folder, 'orders.csv'), 'order id,date,customer id,amount\n1,2026-01-01,a,5\n2,2026-02-01,a,6\n3,2026-02-02,b,7\n')
  const { code, out } = await call(['analyse', 'orders.csv', '--json', '--html', 'out.html'])
  expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ format: 'changke.analyse/1', asOf: '2026-02-03' })])
  expect(readFileSync(join(folder, 'out.html'), 'utf8')).toMatch(/^<!doctype html>/)
  expect(await call(['analyse', 'orders.csv', '--html', 'no/such/folder.html'])).toMatchObject({ code: 1, err: expect.stringContaining('Cannot write') })
  expect(await call(['analyse', 'orders.csv', '--html', './orders.csv'])).toMatchObject({ code: 1, err: expect.stringContaining('over the file') })
})

test('the person may stop it', async () => {
  expect(await call(['analyse', 'orders.csv'], { signal: AbortSignal.abort() })).toMatchObject({ code: 130, out: '' })
})
