/** A Python that has the packages that a reference script needs, and running it. */
import { execFile, execFileSync } from 'node:child_process'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'

/** The first Python of this machine that can import all `modules`; undefined where there is none. */
export function pythonWith(modules: readonly string[]): string | undefined {
  return ['python3', '/usr/bin/python3', 'python'].find((program) => {
    try {
      execFileSync(program, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' })
      return true
    } catch { return false }
  })
}

/** Runs a script of this folder, which prints one line of JSON. */
export const referenceOf = (python: string, script: string, args: readonly string[], threads: number): Promise<unknown> => new Promise((settle, fail) => {
  // OpenMP's threads spin while they wait, which is fastest on an idle machine, and ruinous (forty times slower, measured) where others want the cores as well.
  const isBusy = (loadavg()[0] ?? 0) > availableParallelism() + 1
  const environment = { ...process.env, OMP_NUM_THREADS: `${threads}`, OPENBLAS_NUM_THREADS: `${threads}`, ...(isBusy ? { OMP_WAIT_POLICY: 'passive' } : {}) }
  execFile(python, [join(import.meta.dirname, script), ...args], { env: environment, maxBuffer: 1e8 }, (error, output) => {
    if (error) fail(error)
    else settle(JSON.parse(output))
  })
})
