/** The command line as plain data: what a command is called, what it takes, what it does. The roof `changke.ts` lists them, reads the words and prints the help. */
import { Refusal } from './refusal.ts'
import { say, type Locale, type Sentence } from './words.ts'

interface OptionDef {
  readonly meaning: Sentence
  /** How help names the value (`DATE`); without it the option is a yes-or-no. */
  readonly value?: string
  readonly choices?: readonly string[]
}

/** Where a command speaks and from where it was called. */
export interface Terminal {
  readonly locale: Locale
  /** Relative paths are meant from here; npm changes the working folder, the person does not. */
  readonly folder: string
  readonly columns: number
  /** The result: standard output. */
  readonly print: (text: string) => void
  /** Progress and remarks: standard error. */
  readonly note: (text: string) => void
  /** Whether a person watches the remarks, so that a line may be overwritten. */
  readonly isWatched: boolean
  readonly signal: AbortSignal
}

export interface Given {
  /** What follows the command's name and is no option: file names. */
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
}

export interface Command {
  readonly name: string
  readonly meaning: Sentence
  /** What it works on, `FILE`; as many words as are named here are expected. */
  readonly takes: readonly string[]
  readonly options: Readonly<Record<string, OptionDef>>
  readonly run: (given: Given, terminal: Terminal) => Promise<void>
}

const helpFlags: readonly string[] = ['--help', '-h', 'help']
export const asksForHelp = (words: readonly string[]): boolean => words.some((word) => helpFlags.includes(word))

const wrong = (code: string, sentence: Sentence, detail: Record<string, string>): Refusal => new Refusal(`command.${code}`, 422, sentence, detail)
/** An option whose value a command cannot use. */
export const wrongValue = (option: string, value: string, expected: Sentence): Refusal =>
  wrong('wrong_value', { zh: `选项 --{option} 的值“{value}”不对：${expected.zh}。`, en: `The option --{option} cannot be "{value}": it should be ${expected.en}.` }, { option, value })

/** The words were not understood, as against: the work could not be done. */
export const isMisuse = (refusal: Refusal): boolean => refusal.code.startsWith('command.')

export function commandNamed(commands: readonly Command[], name: string): Command {
  const command = commands.find((one) => one.name === name)
  if (command !== undefined) return command
  throw wrong('unknown', { zh: '没有“{name}”这个命令。可用的命令：{known}。', en: 'There is no command "{name}". There are: {known}.' }, { name, known: commands.map((one) => one.name).join(', ') })
}

/** Reads `--name value`, `--name=value`, flags and plain words; `--` ends the options. */
export function readGiven(command: Command, text: readonly string[]): Given {
  const words: string[] = []
  const options: Record<string, string> = {}
  const flags = new Set<string>()
  const rest = [...text]
  let isPlain = false
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--' && !isPlain) { isPlain = true; continue }
    if (isPlain || !/^--?[a-zA-Z]/.test(word)) { words.push(word); continue }
    const [, name = word, , joined] = /^--([\w-]+)(=([\s\S]*))?$/.exec(word) ?? []
    const def = Object.hasOwn(command.options, name) ? command.options[name] : undefined
    if (def === undefined || !word.startsWith('--')) throw wrong('unknown_option', { zh: '“{command}”没有选项 {option}。它的选项：{known}。', en: '"{command}" has no option {option}. It has: {known}.' }, { command: command.name, option: word, known: Object.keys(command.options).map((known) => `--${known}`).join(' ') })
    if (def.value === undefined) {
      if (joined !== undefined) throw wrong('no_value', { zh: '选项 --{option} 不带值。', en: 'The option --{option} takes no value.' }, { option: name })
      flags.add(name)
      continue
    }
    const value = joined ?? rest.shift()
    if (value === undefined || value === '') throw wrong('value_missing', { zh: '选项 --{option} 后面要写 {value}。', en: 'The option --{option} needs a {value}.' }, { option: name, value: def.value })
    if (def.choices !== undefined && !def.choices.includes(value)) throw wrong('no_such_choice', { zh: '选项 --{option} 的值“{value}”不对：可以是 {choices}。', en: 'The option --{option} cannot be "{value}": it is one of {choices}.' }, { option: name, value, choices: def.choices.join(', ') })
    options[name] = value
  }
  if (words.length < command.takes.length) throw wrong('word_missing', { zh: '“{command}”后面还缺 {missing}。', en: '"{command}" still needs {missing}.' }, { command: command.name, missing: command.takes.slice(words.length).join(' ') })
  if (words.length > command.takes.length) throw wrong('word_extra', { zh: '“{command}”不需要“{word}”。', en: '"{command}" has no use for "{word}".' }, { command: command.name, word: words[command.takes.length] ?? '' })
  return { words, options, flags }
}

const usage = (command: Command): string => ['npm run changke --', command.name, ...command.takes].join(' ')

export function commandsHelp(commands: readonly Command[], locale: Locale): string {
  const widest = Math.max(...commands.map((command) => usage(command).length))
  return `Changke 常客\n\n${commands.map((command) => `  ${usage(command).padEnd(widest)}  ${say(command.meaning, locale)}`).join('\n')}\n\n  ${say(more, locale)}\n`
}

const more: Sentence = { zh: '每个命令的选项：npm run changke -- 命令 --help', en: 'The options of a command: npm run changke -- COMMAND --help' }

export function commandHelp(command: Command, locale: Locale): string {
  const rows = Object.entries(command.options).map(([name, def]) => ({ left: `--${name}${def.value === undefined ? '' : ` ${def.choices?.join('|') ?? def.value}`}`, meaning: say(def.meaning, locale) }))
  const widest = Math.max(...rows.map((row) => row.left.length))
  return `${usage(command)} [--option …]\n\n  ${say(command.meaning, locale)}\n\n${rows.map((row) => `  ${row.left.padEnd(widest)}  ${row.meaning}`).join('\n')}\n`
}
