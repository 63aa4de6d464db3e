/** Counts for the closing line of `npm test`, which scripts/test.mjs prints when nothing else can follow it. */
import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state)
    // A file that does not load has no tests to fail.
    const broken = modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length).length
    const counts = { passed: inState('passed').length, failed: inState('failed').length + broken + unhandled.length, skipped: inState('skipped').map((test) => test.fullName) }
    const path = process.env['CHANGKE_TALLY']
    if (path) writeFileSync(path, JSON.stringify(counts))
  }
}
