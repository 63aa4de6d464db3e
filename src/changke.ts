/** The roof of the command line: the list of commands, and one way to run them. Adding a command is a line here. */
import { importCommand } from '#activity/imports/imports.ts'
import { asksForHelp, commandHelp, commandNamed, commandsHelp, isMisuse, readGiven, type Command, type Terminal } from '#foundation/command.ts'
import { callerOf } from '#foundation/config.ts'
import { Refusal } from '#foundation/refusal.ts'
import { versionOf } from '#foundation/version.ts'
import { say, type Locale } from '#foundation/words.ts'
import { analyseCommand } from '#evaluation/reports/reports.ts'
import { passwordCommand } from '#settings/access/access.command.ts'

const commands: readonly Command[] = [
  analyseCommand({ version: versionOf() }),
  importCommand(async () => (await import('./server.ts')).capabilities),
  passwordCommand
]

/** 0 done · 1 refused or failed · 2 not understood · 130 stopped by the person. */
export async function runCommand(text: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = text
  try {
    if (name === undefined || asksForHelp([name])) { terminal.print(commandsHelp(commands, terminal.locale)); return 0 }
    const command = commandNamed(commands, name)
    if (asksForHelp(rest)) { terminal.print(commandHelp(command, terminal.locale)); return 0 }
    const given = readGiven(command, rest)
    await command.run(given, { ...terminal, locale: languageOf(given.options['lang']) ?? terminal.locale })
    return 0
  } catch (error) {
    if (terminal.signal.aborted) return 130
    if (!(error instanceof Refusal)) throw error
    terminal.note(`${say(error.sentence, languageOf(rest[rest.indexOf('--lang') + 1]) ?? terminal.locale, error.detail)}\n`)
    return isMisuse(error) ? 2 : 1
  }
}

const languageOf = (text: string | undefined): Locale | undefined => (text === 'zh' || text === 'zh-CN' ? 'zh-CN' : text === 'en' ? 'en' : undefined)

// scripts/changke.mjs loads this file into its own process where that already is the right Node.
if (import.meta.main || process.argv[1] === import.meta.filename) {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
  // `changke … | head` closes our output early: that is the reader's right, not a fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0); throw error })
  process.exitCode = await runCommand(process.argv.slice(2), {
    ...callerOf(),
    columns: process.stdout.columns ?? 100,
    print: (text) => { process.stdout.write(text) },
    note: (text) => { process.stderr.write(text) },
    isWatched: process.stderr.isTTY,
    signal: stopped.signal
  })
}
