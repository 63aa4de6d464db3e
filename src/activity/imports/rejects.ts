/**
 * Rejected rows: kept as lines of JSON beside the file while it is read, given out as CSV in the reader's language. A cell that a spreadsheet would take for
 * a formula gets an apostrophe: the file may be opened by whoever has to mend it.
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { say, type Locale } from '#foundation/words.ts'
import type { Rejected } from './facts.ts'
import { faultWords, type FaultCode } from './faults.words.ts'

export interface RejectFile {
  readonly add: (row: Rejected) => void
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

export function openRejects(path: string): RejectFile {
  const file = createWriteStream(path)
  let held = ''
  const flush = (): void => {
    if (held !== '') file.write(held)
    held = ''
  }
  return {
    add: ({ line, code, detail, cells }) => {
      held += `${JSON.stringify([line, code, detail, cells])}\n`
      if (held.length > 262_144) flush()
    },
    settle: async () => { if (file.writableNeedDrain) await once(file, 'drain') },
    close: async () => {
      flush()
      file.end()
      await once(file, 'finish')
    }
  }
}

const rejectWords = {
  line: { zh: '行号', en: 'Line' },
  reason: { zh: '原因', en: 'Reason' }
} as const

const isFaultCode = (text: unknown): text is FaultCode => typeof text === 'string' && text in faultWords
const isDetail = (value: unknown): value is Record<string, string | number> => typeof value === 'object' && value !== null

/** The CSV, with a mark so that Excel reads it as UTF-8. */
export async function* rejectsCsv(path: string, headers: readonly string[], locale: Locale): AsyncGenerator<string> {
  let text = `\uFEFF${[say(rejectWords.line, locale), say(rejectWords.reason, locale), ...headers].map(csvCell).join(',')}\r\n`
  for await (const kept of createInterface({ input: createReadStream(path, { highWaterMark: 1_048_576 }) })) {
    const row: unknown = JSON.parse(kept)
    if (!Array.isArray(row)) continue
    const [line, code, detail, cells]: unknown[] = row
    if (!isFaultCode(code) || !Array.isArray(cells)) continue
    text += `${[`${Number(line)}`, say(faultWords[code], locale, isDetail(detail) ? detail : {}), ...cells.map(String)].map(csvCell).join(',')}\r\n`
    if (text.length > 262_144) {
      yield text
      text = ''
    }
  }
  yield text
}

export function csvCell(cell: string): string {
  const safe = /^[=+@\t\r＝＋＠－-]/.test(cell) && !/^-[\d.,]+$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
