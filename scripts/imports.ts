/** The plan of the rooms, held against every import. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type IReporterOutput } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

export interface ImportFault { readonly rule: string, readonly from: string, readonly to: string }

const plan = (): { readonly forbidden: readonly { readonly name: string }[], readonly options: ICruiseOptions } => createRequire(import.meta.url)('../.dependency-cruiser.cjs') as ReturnType<typeof plan>

/** The rules by name. */
export const importRules = (): readonly string[] => plan().forbidden.map(({ name }) => name)

/** Every import that breaks a rule, and how many files were looked at: none looked at is itself a fault. */
export async function importFaults(root: string): Promise<{ readonly faults: readonly ImportFault[], readonly files: number }> {
  const { forbidden, options } = plan()
  const before = process.cwd()
  process.chdir(root)
  try {
    const answer: IReporterOutput = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true, baseDir: root } as ICruiseOptions, {}, { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) })
    if (typeof answer.output === 'string') throw new Error(answer.output)
    const { violations, totalCruised } = answer.output.summary
    return { files: totalCruised, faults: violations.map((violation) => ({ rule: violation.rule.name, from: violation.from, to: violation.to })) }
  } finally {
    process.chdir(before)
  }
}
