/** The commands as a person types them: the bootstraps in scripts/ must hand over to the code, on the pinned Node and on another. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const said = (script: string, ...words: string[]): string => execFileSync(process.execPath, [join(root, 'scripts', script), ...words], { encoding: 'utf8' })

it('npm start -- --help lists every setting', () => {
  expect(said('start.mjs', '--help')).toMatch(/--sample=FILE[\s\S]*PORT[\s\S]*DATABASE_URL/)
})

it('npm run changke -- --help lists the commands', () => {
  expect(said('changke.mjs', '--help')).toContain('analyse')
})
