/** What both READMEs promise in tables is what the code has. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { configHelp } from '#foundation/config.ts'

const root = join(import.meta.dirname, '..')
const settings = [...configHelp().matchAll(/^ {2}([A-Z_]+) /gm)].map(([, name]) => name)

it.each(['README.md', 'README.zh-CN.md'])('%s lists every setting and no other, and links to files that exist', (name) => {
  const text = readFileSync(join(root, name), 'utf8')
  expect([...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, setting]) => setting)).toEqual(settings)
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link)
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
})
