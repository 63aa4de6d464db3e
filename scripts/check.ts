/** `npm run check`: everything that a machine can hold, side by side; each says in a line what it looked at. Half a minute on two cores, less when run again.
 *  `-- --quick` leaves out what starts a database and the proof that the rules bite. */
import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { readMigrations } from '../src/foundation/migrate.ts'
import { importFaults } from './imports.ts'
import { shardingFaults } from './sharding.ts'
import { tidy } from './tidy.ts'
import { uncaught, violationCount } from './violations.ts'

const root = join(import.meta.dirname, '..')

interface Outcome { readonly name: string, readonly faults: readonly string[], readonly said: string }

/** tsc and oxlint's type checker are written in Go. Every further thread of theirs works out the same types anew, and their collector is thrifty with memory at the price of time. */
const goEnvironment = { ...process.env, GOMAXPROCS: String(Math.ceil(availableParallelism() / 2)), GOGC: '400' }
/** What was found sound is remembered by the contents of the files, so that a second run looks only at what a change reaches. */
const types = (project: string): string[] => ['-p', project, '--singleThreaded', '--incremental', '--tsBuildInfoFile', join('node_modules', '.cache', 'check', `${project}.tsbuildinfo`)]

const command = (name: string, program: string, args: readonly string[]): Promise<Outcome> => new Promise((resolve) => {
  const child = spawn(join(root, 'node_modules', '.bin', program), args, { cwd: root, env: goEnvironment, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => { said += piece.toString() })
  child.stderr.on('data', (piece: Buffer) => { said += piece.toString() })
  child.on('error', (error) => resolve({ name, faults: [error.message], said: '' }))
  child.on('close', (code) => resolve({ name, faults: code === 0 ? [] : [said.trim()], said: '' }))
})

async function imports(): Promise<Outcome> {
  const { faults, files } = await importFaults(root)
  const none = files < 20 ? [`only ${files} files were looked at`] : []
  return { name: 'imports', faults: [...none, ...faults.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)], said: `${files} files` }
}

const violations = async (): Promise<Outcome> => ({ name: 'violations', faults: await uncaught(root), said: `${violationCount} injected, all caught` })

function lengths(): Outcome {
  const lines = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((path) => !/\.(generated|test)\./.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8').split('\n').length).sort((a, b) => a - b)
  const median = lines[Math.floor(lines.length / 2)] ?? 0
  return { name: 'lengths', faults: median > 100 ? [`the median file has ${median} lines; at most 100`] : [], said: `${lines.length} source files, median ${median} lines, longest ${lines.at(-1) ?? 0}` }
}

const isQuick = process.argv.includes('--quick')
const programs = [
  command('types (server)', 'tsc', types('tsconfig.json')),
  command('types (browser)', 'tsc', types('tsconfig.web.json')),
  command('unused', 'knip', ['--no-progress']),
  command('lint', 'oxlint', ['--type-aware', '--quiet']),
  ...(isQuick ? [] : [command('generated', 'node', ['scripts/generate.ts', '--check'])])
]
/** One after the other: each looks from within its tree. */
const graph = imports()
const outcomes = await Promise.all([
  ...programs,
  graph,
  ...(isQuick ? [] : [graph.then(violations)]),
  Promise.resolve({ name: 'tidy', faults: tidy(join(root, 'src')), said: '' }),
  Promise.resolve({ name: 'sharding', faults: shardingFaults(readMigrations(join(root, 'src'))), said: '' }),
  Promise.resolve(lengths())
])

let failed = 0
for (const { name, faults, said } of outcomes) {
  if (faults.length === 0) process.stdout.write(`ok    ${name}${said === '' ? '' : `: ${said}`}\n`)
  else { failed += 1; process.stdout.write(`FAIL  ${name}\n${faults.map((fault) => fault.replace(/^/gm, '      ')).join('\n')}\n`) }
}
process.exitCode = failed === 0 ? 0 : 1
