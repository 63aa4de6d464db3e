/** `changke analyse FILE`: the main job without any set-up. */
import { constants } from 'node:fs'
import { access, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { correctMapping } from '#activity/imports/imports.ts'
import { systemClock, type Clock } from '#foundation/clock.ts'
import { wrongValue, type Command, type Given, type Terminal } from '#foundation/command.ts'
import { Refusal } from '#foundation/refusal.ts'
import { say } from '#foundation/words.ts'
import { isDay, isZone } from '#foundation/zone.ts'
import type { Cleaning } from '#insights/definitions/definitions.schema.ts'
import { analyseFile } from './reports.analysis.ts'
import { commandWords as words } from './reports.command.words.ts'
import { htmlOf } from './reports.html.ts'
import type { Report } from './reports.schema.ts'
import { documentOf } from './reports.sections.ts'
import { textOf } from './reports.text.ts'
import { reportWords } from './reports.words.ts'

export const analyseCommand = ({ version, clock = systemClock }: { readonly version: string, readonly clock?: Clock }): Command => ({
  name: 'analyse', takes: ['FILE'], meaning: words.analyse,
  options: {
    'as-of': { value: 'DATE', meaning: words.asOf },
    cleaning: { value: 'RULE', choices: ['net', 'reference', 'gross'], meaning: words.cleaning },
    json: { meaning: words.json },
    html: { value: 'OUT', meaning: words.html },
    map: { value: 'FIELD=COLUMN,…', meaning: words.map },
    currency: { value: 'CODE', meaning: words.currency },
    zone: { value: 'ZONE', meaning: words.zone },
    country: { value: 'CC', meaning: words.country },
    calls: { value: 'N', meaning: words.calls },
    lang: { value: 'LANG', choices: ['zh', 'en'], meaning: words.lang }
  },
  run: (given, terminal) => analyse(given, terminal, version, clock())
})

async function analyse(given: Given, terminal: Terminal, version: string, now: Date): Promise<void> {
  const [file = ''] = given.words
  const { options, flags } = given
  const path = resolve(terminal.folder, file)
  const out = options['html'] === undefined ? undefined : resolve(terminal.folder, options['html'])
  const chosen = readOptions(options)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new Refusal('reports.no_file', 422, words.noFile, { path })
  if (!found.isFile()) throw new Refusal('reports.not_a_file', 422, words.notAFile, { path })
  if (out === path) throw new Refusal('reports.over_itself', 422, words.overItself)
  // Said now rather than after a long reading.
  if (out !== undefined) await access(dirname(out), constants.W_OK).catch(() => { throw new Refusal('reports.cannot_write', 422, words.cannotWrite, { path: out }) })
  const scratch = await mkdtemp(join(tmpdir(), 'changke-analyse-'))
  try {
    const map = options['map']
    const report = await analyseFile(path, {
      ...(map === undefined ? {} : { correct: (guess, headers) => correctMapping(guess, headers, { map }) }), ...chosen, now, version, scratch, signal: terminal.signal, onProgress: progressOn(terminal) })
    await show(report, terminal, { isJson: flags.has('json'), out })
  } catch (error) {
    throw error instanceof Refusal && hinted.has(error.code) ? withHint(error) : error
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

const hinted: ReadonlySet<string> = new Set(['imports.no_time', 'imports.no_amount'])
/** On a command line, saying which column it is has a spelling. */
const withHint = ({ code, status, sentence, detail }: Refusal): Refusal =>
  new Refusal(code, status, { zh: `${sentence.zh}${words.mapHint.zh}`, en: `${sentence.en} ${words.mapHint.en}` }, detail)

async function show(report: Report, terminal: Terminal, { isJson, out }: { readonly isJson: boolean, readonly out: string | undefined }): Promise<void> {
  const { locale } = terminal
  const document = documentOf(report, locale)
  if (out !== undefined) {
    try {
      await writeFile(out, htmlOf(document, locale))
    } catch {
      throw new Refusal('reports.cannot_write', 422, words.cannotWrite, { path: out })
    }
    terminal.note(`${say(reportWords.written, locale, { path: out })}\n`)
  }
  if (isJson) terminal.print(`${JSON.stringify(report, null, 2)}\n`)
  else if (out === undefined || terminal.isWatched) terminal.print(textOf(document, terminal.columns))
}

/** One line that overwrites itself where a person watches; silence in a pipe. */
function progressOn({ isWatched, note, locale }: Terminal): (rows: number, of: number) => void {
  let last = -1
  return (rows, of) => {
    const percent = Math.floor((rows / Math.max(1, of)) * 100)
    if (!isWatched || percent === last) return
    last = percent
    note(`\r${say(reportWords.working, locale, { done: rows, of, percent })}\u001b[K${rows >= of ? '\r\u001b[K' : ''}`)
  }
}

function readOptions(options: Given['options']): { readonly asOf: string | undefined, readonly cleaning: Cleaning, readonly zone: string, readonly country: string, readonly currency: string | undefined, readonly calls: number } {
  const asOf = options['as-of']
  const zone = options['zone'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const currency = options['currency']?.toUpperCase()
  const country = (options['country'] ?? 'CN').toUpperCase()
  const calls = options['calls'] ?? '20'
  if (asOf !== undefined && !isDay(asOf)) throw wrongValue('as-of', asOf, words.expectsDay)
  if (!isZone(zone)) throw wrongValue('zone', zone, words.expectsZone)
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw wrongValue('currency', currency, words.expectsCurrency)
  if (!/^[A-Z]{2}$/.test(country)) throw wrongValue('country', country, words.expectsCountry)
  if (!/^\d{1,3}$/.test(calls)) throw wrongValue('calls', calls, words.expectsCalls)
  const cleaning = options['cleaning']
  return { asOf, zone, country, currency, calls: Number(calls), cleaning: cleaning === 'reference' || cleaning === 'gross' ? cleaning : 'net' }
}
