/**
 * Every setting there is, in one typed list: what it is called, what it means, what it is when nobody says. The only file that reads the environment.
 * A wrong value is a sentence, never a stack.
 */
import { resolve } from 'node:path'
import { Refusal } from './refusal.ts'
import type { Locale, Sentence } from './words.ts'

export interface Config {
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly dataDir: string
  /** Empty: the bundled PostgreSQL. */
  readonly databaseUrl: string
  readonly warehouse: 'duckdb' | 'postgres'
  readonly uploadLimitMb: number
  readonly ratePerMinute: number
  readonly trustProxy: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
}

interface Setting<T> {
  readonly name: string
  readonly fallback: string
  readonly meaning: Sentence
  /** The value, or undefined where the text is none. */
  readonly read: (text: string) => T | undefined
  readonly expects: Sentence
}

const whole = (least: number, most: number) => (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined
const oneOf = <T extends string>(...words: readonly T[]) => (text: string): T | undefined => words.find((word) => word === text)
const isUrl = (text: string, protocols: readonly string[]): boolean => URL.canParse(text) && protocols.includes(new URL(text).protocol)

const settings = {
  port: {
    name: 'PORT', fallback: '4400', read: whole(1, 65_535),
    meaning: { zh: '监听端口', en: 'the port to listen on' },
    expects: { zh: '1 到 65535 的整数', en: 'a whole number from 1 to 65535' }
  },
  host: {
    name: 'HOST', fallback: '127.0.0.1', read: (text: string) => (/^[\w.:-]+$/.test(text) ? text : undefined),
    meaning: { zh: '监听地址；0.0.0.0 表示所有网卡', en: 'the address to listen on; 0.0.0.0 for every interface' },
    expects: { zh: '一个主机名或 IP 地址', en: 'a host name or an IP address' }
  },
  publicUrl: {
    name: 'PUBLIC_URL', fallback: '', read: (text: string) => (text === '' || isUrl(text, ['http:', 'https:']) ? text.replace(/\/$/, '') : undefined),
    meaning: { zh: '用户浏览器看到的网址（留空则为 http://localhost:PORT）', en: 'the address people see in their browser (empty: http://localhost:PORT)' },
    expects: { zh: 'http:// 或 https:// 开头的网址', en: 'an address that starts with http:// or https://' }
  },
  dataDir: {
    name: 'DATA_DIR', fallback: 'data', read: (text: string) => (text === '' ? undefined : resolve(text)),
    meaning: { zh: '数据文件夹：内置数据库、分析库、导入文件', en: 'the data folder: bundled database, warehouse, uploaded files' },
    expects: { zh: '一个文件夹路径', en: 'the path of a folder' }
  },
  databaseUrl: {
    name: 'DATABASE_URL', fallback: '', read: (text: string) => (text === '' || isUrl(text, ['postgres:', 'postgresql:']) ? text : undefined),
    meaning: { zh: '自备 PostgreSQL 15–18 的连接串（留空则用内置的 18）', en: 'your own PostgreSQL 15–18 (empty: the bundled 18)' },
    expects: { zh: 'postgres:// 开头的连接串', en: 'an address that starts with postgres://' }
  },
  warehouse: {
    name: 'WAREHOUSE', fallback: 'duckdb', read: oneOf('duckdb', 'postgres'),
    meaning: { zh: '分析引擎：duckdb（数据文件夹中的文件）或 postgres（同一数据库）', en: 'the analytical engine: duckdb (a file in the data folder) or postgres (the same database)' },
    expects: { zh: 'duckdb 或 postgres', en: 'duckdb or postgres' }
  },
  uploadLimitMb: {
    name: 'UPLOAD_LIMIT_MB', fallback: '2048', read: whole(1, 102_400),
    meaning: { zh: '上传文件的大小上限（MB）', en: 'the largest file that may be uploaded, in MB' },
    expects: { zh: '1 到 102400 的整数', en: 'a whole number from 1 to 102400' }
  },
  ratePerMinute: {
    name: 'RATE_PER_MINUTE', fallback: '3000', read: whole(10, 10_000_000),
    meaning: { zh: '每个来源每分钟的请求上限', en: 'requests allowed per caller and minute' },
    expects: { zh: '10 到 10000000 的整数', en: 'a whole number from 10 to 10000000' }
  },
  trustProxy: {
    name: 'TRUST_PROXY', fallback: 'no', read: (text: string) => ({ yes: true, no: false })[text],
    meaning: { zh: '前面是否有反向代理（yes 则信任其 X-Forwarded-For）', en: 'whether a reverse proxy stands in front (yes: trust its X-Forwarded-For)' },
    expects: { zh: 'yes 或 no', en: 'yes or no' }
  },
  logLevel: {
    name: 'LOG_LEVEL', fallback: 'info', read: oneOf('debug', 'info', 'warn', 'error'),
    meaning: { zh: '日志级别', en: 'how much is logged' },
    expects: { zh: 'debug、info、warn 或 error', en: 'debug, info, warn or error' }
  }
} as const satisfies { readonly [K in keyof Config]: Setting<Config[K]> }

/** Reads one setting from the environment given; throws a Refusal that says which, what it was, and what it should be. */
function settle<T>(setting: Setting<T>, environment: Environment): T {
  const text = environment[setting.name]?.trim() ?? setting.fallback
  const value = setting.read(text)
  if (value === undefined) {
    throw new Refusal('config.wrong_value', 400, {
      zh: `设置 {name} 的值“{text}”不对：应为${setting.expects.zh}。`,
      en: `The setting {name} is "{text}"; it should be ${setting.expects.en}.`
    }, { name: setting.name, text })
  }
  return value
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The whole configuration, from the environment of this process unless another is given. */
export function readConfig(environment: Environment = process.env): Config {
  const config = {
    port: settle(settings.port, environment),
    host: settle(settings.host, environment),
    publicUrl: settle(settings.publicUrl, environment),
    dataDir: settle(settings.dataDir, environment),
    databaseUrl: settle(settings.databaseUrl, environment),
    warehouse: settle(settings.warehouse, environment),
    uploadLimitMb: settle(settings.uploadLimitMb, environment),
    ratePerMinute: settle(settings.ratePerMinute, environment),
    trustProxy: settle(settings.trustProxy, environment),
    logLevel: settle(settings.logLevel, environment)
  }
  return { ...config, publicUrl: config.publicUrl === '' ? `http://localhost:${config.port}` : config.publicUrl }
}

/** The lines of `npm start -- --help`, both languages. */
export const configHelp = (): string =>
  Object.values(settings).map((setting) =>
    `  ${setting.name.padEnd(16)} ${setting.meaning.zh} · ${setting.meaning.en}${setting.fallback === '' ? '' : ` [${setting.fallback}]`}`).join('\n')

/** Where and in which language a person calls the command line: npm keeps their folder in INIT_CWD; Chinese where the system speaks it, else English. */
export function callerOf(environment: Environment = process.env): { readonly folder: string, readonly locale: Locale } {
  const language = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || environment['LANGUAGE'] || ''
  return { folder: environment['INIT_CWD'] ?? process.cwd(), locale: /^zh/i.test(language) ? 'zh-CN' : 'en' }
}
