/** The texts behind the figures: whole, in both languages, and the same everywhere. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildTestHouse, type TestHouse } from '#test/house.ts'
import { modelNames } from './models.schema.ts'
import { allModels } from './models.ts'

let at: TestHouse
beforeAll(async () => { at = await buildTestHouse(new Date('2026-05-20T09:00:00Z')) })
afterAll(() => at.close())

it('every model is served as it is written', async () => {
  const list = (await at.ask('GET', '/api/definitions/models')).json()
  expect(list.items.map((one: { name: string }) => one.name)).toEqual([...modelNames])
  for (const model of allModels()) expect((await at.ask('GET', `/api/definitions/models/${model.name}`)).json()).toEqual(model)
  expect((await at.ask('GET', '/api/definitions/models/astrology')).statusCode).toBe(400)
})

it('says in both languages what it says, assumes, fails at and is checked by, with numbers', () => {
  for (const { name, title, says, assumes, fails, source, checked } of allModels()) {
    for (const text of [says, assumes, fails, checked]) {
      expect(text.zh.length, name).toBeGreaterThan(12)
      expect(text.en.length, name).toBeGreaterThan(30)
      expect(text.zh, name).toMatch(/[。；]$/)
      expect(text.en, name).toMatch(/\.$/)
      // Chinese in the Chinese text, none in the English one.
      expect(text.zh, name).toMatch(/\p{Script=Han}/u)
      expect(text.en, name).not.toMatch(/\p{Script=Han}/u)
    }
    expect(source, name).toMatch(/\d{4}/)
    expect(title.zh === '' || title.en === '').toBe(false)
  }
})

it('the page of the repository holds every text', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'models.md'), 'utf8')
  for (const { name, says, fails } of allModels()) for (const text of [says.zh, says.en, fails.zh, fails.en]) expect(page, name).toContain(text)
})
