import { describe, expect, it } from 'vitest'
import { configHelp, readConfig } from './config.ts'
import { Refusal } from './refusal.ts'
import { say } from './words.ts'

const refusalOf = (environment: Record<string, string>): Refusal => {
  try { readConfig(environment) } catch (error) { if (error instanceof Refusal) return error }
  throw new Error('nothing was refused')
}

describe('configuration', () => {
  it('works when nobody says anything', () => {
    expect(readConfig({})).toMatchObject({ port: 4400, host: '127.0.0.1', databaseUrl: '', warehouse: 'duckdb', publicUrl: 'http://localhost:4400' })
  })

  it('says of a wrong value which, what, and what instead', () => {
    for (const [name, text] of [['PORT', '70000'], ['PORT', 'abc'], ['DATABASE_URL', 'mysql://x'], ['WAREHOUSE', 'oracle'], ['PUBLIC_URL', 'changke'], ['LOG_LEVEL', 'loud'], ['TRUST_PROXY', '1']] as const) {
      const refusal = refusalOf({ [name]: text })
      expect(say(refusal.sentence, 'en', refusal.detail)).toContain(`The setting ${name} is "${text}"`)
      expect(say(refusal.sentence, 'zh-CN', refusal.detail)).toContain(name)
    }
  })

  it('lists every setting in its help', () => {
    for (const name of ['PORT', 'HOST', 'PUBLIC_URL', 'DATA_DIR', 'DATABASE_URL', 'WAREHOUSE', 'UPLOAD_LIMIT_MB', 'RATE_PER_MINUTE', 'TRUST_PROXY', 'LOG_LEVEL']) expect(configHelp()).toContain(name)
  })
})
