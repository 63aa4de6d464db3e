/** One line a fact on standard error: level, message, facts as JSON. Personal data does not belong in a log. */
export type Level = 'debug' | 'info' | 'warn' | 'error'
export interface Log {
  readonly debug: (message: string, facts?: Readonly<Record<string, unknown>>) => void
  readonly info: (message: string, facts?: Readonly<Record<string, unknown>>) => void
  readonly warn: (message: string, facts?: Readonly<Record<string, unknown>>) => void
  readonly error: (message: string, facts?: Readonly<Record<string, unknown>>) => void
}
export type Logger = Log

const levels: readonly Level[] = ['debug', 'info', 'warn', 'error']

export function createLog(least: Level, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const at = (level: Level) => (message: string, facts?: Readonly<Record<string, unknown>>): void => {
    if (levels.indexOf(level) < levels.indexOf(least)) return
    write(`${level.padEnd(5)} ${message}${facts === undefined ? '' : ` ${JSON.stringify(facts, plain)}`}\n`)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString()
  return value instanceof Error ? value.stack : value
}

export const silentLog: Log = createLog('error', () => undefined)
