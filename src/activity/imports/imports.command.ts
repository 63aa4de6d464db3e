/** `npm run changke -- import FILE`: the same import as in the console, from the command line. */
import { resolve } from 'node:path'
import type { Command, Given, Terminal } from '#foundation/command.ts'
import { readConfig } from '#foundation/config.ts'
import type { Capability, House } from '#foundation/house.ts'
import { createLog } from '#foundation/log.ts'
import { openHouse } from '#foundation/opening.ts'
import { say } from '#foundation/words.ts'
import { commandWords as words } from './command.words.ts'
import { correctMapping } from './corrections.ts'
import type { Counts } from './counts.ts'
import { faultWords, noteWords, type FaultCode, type NoteCode } from './faults.words.ts'
import { importOrders, tryOrders } from './intake.ts'
import type { Mapping } from './mapping.ts'

/** `capabilities` are the roof's: the command opens the whole house, so the data folder must be free. */
export const importCommand = (capabilities: () => Promise<readonly Capability[]>): Command => ({
  name: 'import',
  meaning: words.meaning,
  takes: ['FILE'],
  options: {
    'dry-run': { meaning: words.dryRun },
    map: { meaning: words.map, value: 'FIELD=COLUMN,…' },
    source: { meaning: words.source, value: 'NAME' },
    json: { meaning: words.json },
    lang: { meaning: words.lang, value: 'LANG', choices: ['zh', 'en'] }
  },
  run: async (given, terminal) => {
    const opened = await openHouse({ config: readConfig(), log: createLog('error'), capabilities: await capabilities() })
    try {
      await importHere(opened.house, given, terminal)
    } finally {
      await opened.close()
    }
  }
})

async function importHere(house: House, { words: [file = ''], options, flags }: Given, terminal: Terminal): Promise<void> {
  let shown = 0
  const task = {
    path: resolve(terminal.folder, file), actor: 'command', signal: terminal.signal,
    correct: (guess: Mapping, headers: readonly string[]) => correctMapping(guess, headers, { map: options['map'], source: options['source'] }),
    onProgress: (rows: number, of: number) => {
      const percent = Math.floor((rows / Math.max(1, of)) * 100)
      if (!terminal.isWatched || percent === shown) return
      shown = percent
      terminal.note(`\r${say(words.progress, terminal.locale, { percent, rows })}`)
    }
  }
  const counts = flags.has('dry-run') ? await tryOrders(house, task) : await importOrders(house, task)
  if (terminal.isWatched) terminal.note('\n')
  terminal.print(flags.has('json') ? `${JSON.stringify(counts)}\n` : report(counts, flags.has('dry-run'), terminal))
}

function report(counts: Counts, dry: boolean, { locale }: Terminal): string {
  const { rows, orders, lines, known, customers, conflicts, rejected } = counts
  const isFault = (code: string): code is FaultCode => code in faultWords
  const isNote = (code: string): code is NoteCode => code in noteWords
  return [
    say(dry ? words.would : words.did, locale, { rows, orders, lines, customers }),
    ...(known > 0 ? [say(words.known, locale, { known })] : []),
    ...(conflicts > 0 ? [say(words.conflicts, locale, { conflicts })] : []),
    ...(rejected > 0 ? [say(words.rejected, locale, { rejected })] : []),
    ...Object.entries(counts.rejectedBy).map(([code, count]) => `  ${count}  ${isFault(code) ? say(faultWords[code], locale).replace(/\{\w+\}/g, '…') : code}`),
    ...Object.entries(counts.notes).map(([code, count]) => `  ${isNote(code) ? say(noteWords[code], locale, { count }) : code}`)
  ].join('\n') + '\n'
}
