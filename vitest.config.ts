import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Each of these takes minutes, much of it waiting for processes of its own: begun last, one would run alone at the end. */
const longest = ['test/crash.test.ts', 'test/walk.manager.test.ts', 'test/walk.test.ts', 'test/walk.retail.test.ts', 'test/points.model.test.ts', 'src/insights/warehouse/warehouse.projection.test.ts', 'src/activity/imports/quick.test.ts', 'src/evaluation/reports/reports.reference.test.ts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => (longest.findIndex((name) => moduleId.endsWith(name)) + longest.length + 1) % (longest.length + 1)
    const sorted = await super.sort(files)
    return [...sorted.filter((file) => place(file) < longest.length).sort((a, b) => place(a) - place(b)), ...sorted.filter((file) => place(file) === longest.length)]
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['test/postgres.setup.ts'],
    setupFiles: ['test/seed.setup.ts'],
    pool: 'threads',
    isolate: false,
    // Two more than there are cores: those that take longest start processes and wait for them much of the time. The default is one less, which is one at a time on two cores.
    maxWorkers: Math.min(8, availableParallelism() + 2),
    sequence: { sequencer: LongestFirst },
    // A limit is there to end what hangs; on a machine that others use, what takes two seconds may take a minute.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    teardownTimeout: 60_000
  }
})
