/** npm run bench [-- NAME …] [--json] [--check] [--scale 0.01] [--write]. CONTRIBUTING.md says what they mean. */
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { holds, type Bench, type Row, type Setting } from './bench.ts'
import { resultsOf, tableOf, type Outcome } from './results.ts'

const folder = import.meta.dirname
const { values: flags, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false }, check: { type: 'boolean', default: false }, write: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' }, alone: { type: 'boolean', default: false }
  }
})
const setting: Setting = {
  scale: Number(flags.scale),
  cache: join(tmpdir(), 'changke-bench'),
  say: (line) => { process.stderr.write(`  ${line}\n`) }
}

async function benches(): Promise<Bench[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !/\.(test|worker)\.ts$/.test(file) && file !== 'run.ts').sort()
  const modules: { readonly bench?: Bench }[] = await Promise.all(files.map((file) => import(`./${file}`)))
  return modules.flatMap(({ bench }) => (bench === undefined ? [] : [bench]))
}

/** In a process of its own, so that one benchmark's memory is not another's. */
const apart = (bench: Bench): Promise<Outcome> => new Promise((settle) => {
  const child = execFile(process.execPath, [fileURLToPath(import.meta.url), bench.name, '--alone', '--scale', `${setting.scale}`], { maxBuffer: 1e8 },
    (error, output) => {
      const last = output.trim().split('\n').at(-1) ?? ''
      const outcome: Outcome = error === null && last.startsWith('{') ? JSON.parse(last) : { name: bench.name, title: bench.title, failed: error?.message ?? 'no answer', rows: [] }
      settle(outcome)
    })
  child.stderr?.pipe(process.stderr)
})

async function here(bench: Bench): Promise<Outcome> {
  const reason = await bench.missing?.(setting)
  if (reason !== undefined) return { name: bench.name, title: bench.title, skipped: reason, rows: [] }
  const rows: readonly Row[] = await bench.run(setting)
  return { name: bench.name, title: bench.title, rows }
}

const known = await benches()
const unknown = names.filter((name) => !known.some((bench) => bench.name === name))
if (unknown.length > 0 || !(setting.scale > 0)) {
  process.stderr.write(`${unknown.length > 0 ? `No benchmark ${unknown.join(', ')}` : `--scale ${flags.scale} is not a positive number`}; there are: ${known.map(({ name }) => name).join(', ')}.\n`)
  process.exit(2)
}
mkdirSync(setting.cache, { recursive: true })
const chosen = known.filter((bench) => names.length === 0 || names.includes(bench.name))

if (flags.alone) {
  const [bench] = chosen
  // Handles a benchmark leaves open must not keep the run waiting.
  if (bench) process.stdout.write(`\n${JSON.stringify(await here(bench))}\n`, () => process.exit(0))
} else {
  const outcomes: Outcome[] = []
  for (const bench of chosen) {
    process.stderr.write(`${bench.name}: ${bench.title}\n`)
    outcomes.push(await apart(bench))
    if (!flags.json) process.stdout.write(`${tableOf(outcomes.slice(-1))}\n`)
  }
  if (flags.json) process.stdout.write(`${JSON.stringify({ scale: setting.scale, outcomes }, null, 2)}\n`)
  if (flags.write) {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: folder, encoding: 'utf8' }).trim()
    writeFileSync(join(folder, 'RESULTS.md'), resultsOf(outcomes, {
      day: new Date().toISOString().slice(0, 10), commit, scale: setting.scale,
      machine: `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform} ${process.arch}, Node ${process.versions.node}`
    }))
  }
  const missed = outcomes.flatMap(({ name, failed, rows }) => [...(failed === undefined ? [] : [name]), ...rows.filter((row) => holds(row) === false).map(({ what }) => `${name}: ${what}`)])
  if (flags.check && missed.length > 0) {
    process.stderr.write(`missed: ${missed.join('; ')}\n`)
    process.exitCode = 1
  }
}
