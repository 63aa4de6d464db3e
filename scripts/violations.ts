/**
 * Proves that the rules bite: builds a small tree with one violation of each at the places where ours would stand, runs the machines once, and expects each
 * to be caught by the rule named. A rule that catches nothing here is a wish.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { importFaults, importRules } from './imports.ts'
import { shardingFaults } from './sharding.ts'
import { tidy } from './tidy.ts'

interface Violation { readonly rule: string, readonly file: string, readonly text: string }

const imports: readonly Violation[] = [
  { rule: 'settings-looks-left', file: 'src/settings/business/v1.ts', text: "import { a } from '#loyalty/zest/zest.ts'; export const x = a" },
  { rule: 'customers-looks-left', file: 'src/customers/record/v1.ts', text: "import { a } from '#loyalty/zest/zest.ts'; export const x = a" },
  { rule: 'insights-looks-left', file: 'src/insights/rfm/v1.ts', text: "import type { A } from '#loyalty/zest/zest.ts'; export type X = A" },
  { rule: 'activity-looks-left', file: 'src/activity/orders/v1.ts', text: "import { a } from '#loyalty/zest/zest.ts'; export const x = a" },
  { rule: 'decisions-looks-left', file: 'src/decisions/zone/v1.ts', text: "import { a } from '#loyalty/zest/zest.ts'; export const x = a" },
  { rule: 'loyalty-looks-left', file: 'src/loyalty/zest/v11.ts', text: "import { a } from '#evaluation/reports/reports.ts'; export const x = a" },
  { rule: 'care-looks-left', file: 'src/care/zone/v1.ts', text: "import { a } from '#evaluation/reports/reports.ts'; export const x = a" },
  { rule: 'service-looks-left', file: 'src/service/zone/v1.ts', text: "import { a } from '#evaluation/reports/reports.ts'; export const x = a" },
  { rule: 'through-the-door', file: 'src/loyalty/zest/v1.ts', text: "import { a } from '#settings/business/business.sql.ts'; export const z = a" },
  { rule: 'foundation-knows-no-room', file: 'src/foundation/v1.ts', text: "import { a } from '#loyalty/zest/zest.ts'; export const z = a" },
  { rule: 'foundation-knows-no-stats', file: 'src/foundation/v2.ts', text: "import { a } from '#stats/v0.ts'; export const z = a" },
  { rule: 'stats-is-pure', file: 'src/stats/v1.ts', text: "import fs from 'node:fs'; export const z = fs" },
  { rule: 'stats-is-pure', file: 'src/stats/v2.ts', text: "import { Refusal } from '#foundation/refusal.ts'; export const z = Refusal" },
  { rule: 'stats-is-pure', file: 'src/stats/v3.ts', text: "import pg from 'pg'; export const z = pg" },
  { rule: 'pages-see-only-schemas', file: 'src/loyalty/zest/v2.page.tsx', text: "import { a } from './zest.ts'; export const z = a" },
  { rule: 'server-has-no-pages', file: 'src/loyalty/zest/v3.ts', text: "import { a } from './zest.page.tsx'; export const z = a" },
  { rule: 'sql-stays-home', file: 'src/loyalty/zest/v4.routes.ts', text: "import { a } from './zest.sql.ts'; export const z = a" },
  { rule: 'nobody-imports-the-roof', file: 'src/loyalty/zest/v5.ts', text: "import { capabilities } from '../../server.ts'; export const z = capabilities" },
  { rule: 'no-unresolvable', file: 'src/loyalty/zest/v6.ts', text: "import { a } from '#nowhere/x.ts'; export const z = a" },
  { rule: 'no-cycle', file: 'src/loyalty/zest/v7.ts', text: "import { b } from './v8.ts'; export const a = () => b" },
  { rule: 'no-folder-cycle', file: 'src/loyalty/zest', text: '' },
  { rule: 'no-dev-in-product', file: 'src/loyalty/zest/v9.ts', text: "import fc from 'fast-check'; export const z = fc" }
]

/** What the violations stand on: the roof, a door of each kind, a capability with one file of each kind, and a neighbour that closes a circle of folders. */
const ground: readonly Violation[] = [
  { rule: '', file: 'src/server.ts', text: 'export const capabilities = 1' },
  { rule: '', file: 'src/foundation/refusal.ts', text: 'export const Refusal = 1' },
  { rule: '', file: 'src/settings/business/business.sql.ts', text: 'export const a = 1' },
  { rule: '', file: 'src/activity/orders/orders.ts', text: 'export const a = 1' },
  { rule: '', file: 'src/evaluation/reports/reports.ts', text: 'export const a = 1' },
  { rule: '', file: 'src/loyalty/zest/zest.ts', text: 'export const a = 1\nexport type A = typeof a' },
  { rule: '', file: 'src/loyalty/zest/zest.sql.ts', text: 'export const a = 1' },
  { rule: '', file: 'src/loyalty/zest/zest.page.tsx', text: 'export const a = 1' },
  { rule: '', file: 'src/loyalty/zest/v8.ts', text: "import { a } from './v7.ts'; export const b = () => a" },
  { rule: '', file: 'src/loyalty/zest/v10.ts', text: "import { a } from '#loyalty/zeal/zeal.ts'; export const b = a" },
  { rule: '', file: 'src/loyalty/zeal/zeal.ts', text: 'export const a = 1' },
  { rule: '', file: 'src/loyalty/zeal/v1.ts', text: "import { a } from '#loyalty/zest/zest.ts'; export const b = a" },
  { rule: '', file: 'src/stats/v0.ts', text: 'export const a = 1' }
]

const texts: readonly Violation[] = [
  { rule: 'writes orders.*', file: 'src/loyalty/zest/t1.sql.ts', text: "export const a = 'insert into orders.order values (1)'" },
  { rule: 'writes record.*', file: 'src/loyalty/zest/t2.sql.ts', text: "export const a = (db: { updateTable: (t: string) => void }) => db.updateTable('record.customer')" },
  { rule: 'reads zest.*, which lies to its right', file: 'src/customers/record/t3.sql.ts', text: "export const a = 'select * from zest.lot'" },
  { rule: 'writes orders.*', file: 'src/loyalty/zest/migrations/20991231_0000_t.sql', text: 'alter table orders.order add column x int;' },
  { rule: 'read the environment only', file: 'src/loyalty/zest/t4.ts', text: 'export const a = process.env' },
  { rule: 'take `now` as an argument', file: 'src/loyalty/zest/t5.ts', text: 'export const a = new Date()' },
  { rule: 'seeded generator', file: 'src/loyalty/zest/t6.ts', text: 'export const a = Math.random()' },
  { rule: 'no `any`', file: 'src/loyalty/zest/t7.ts', text: 'export const a = (x: any) => x' },
  { rule: 'no `as` outside foundation', file: 'src/loyalty/zest/t8.ts', text: 'export const a = (x: unknown) => x as string' },
  { rule: 'no `!`', file: 'src/loyalty/zest/t9.ts', text: 'export const a = (x: string | undefined) => x!' },
  { rule: 'no module-level state', file: 'src/loyalty/zest/t10.ts', text: 'let n = 0\nexport const a = () => n++' },
  { rule: 'this name says nothing', file: 'src/loyalty/zest/utils.ts', text: 'export const a = 1' },
  { rule: 'longer than 400 lines', file: 'src/loyalty/zest/t11.ts', text: '\n'.repeat(401) },
  { rule: 'finish it first', file: 'src/loyalty/zest/t12.ts', text: 'export const a = "TODO"' },
  { rule: 'named exports only', file: 'src/loyalty/zest/t13.ts', text: 'export default 1' },
  { rule: 'no barrels', file: 'src/loyalty/zest/t14.ts', text: "export * from './zest.ts'" },
  { rule: 'a migration is named', file: 'src/loyalty/zest/migrations/first.sql', text: 'select 1;' },
  { rule: 'missing in English', file: 'src/loyalty/zest/t15.words.ts', text: "export const words = { a: { zh: '只有中文', en: '' } }" }
]

const tables: readonly { readonly rule: string, readonly sql: string }[] = [
  { rule: 'does not say whether', sql: 'create table zest.lot (\n  id int primary key\n);' },
  { rule: 'has no customer_id in its primary key', sql: '-- sharded by customer_id\ncreate table zest.lot (\n  id int primary key,\n  customer_id uuid not null\n);' },
  { rule: 'references zest.lot without customer_id', sql: '-- sharded by customer_id\ncreate table zest.lot (\n  customer_id uuid,\n  id int,\n  primary key (customer_id, id)\n);\n-- sharded by customer_id\ncreate table zest.use (\n  customer_id uuid,\n  lot int references zest.lot (id),\n  primary key (customer_id, lot)\n);' },
  { rule: 'has a unique column that is not customer_id', sql: '-- sharded by customer_id\ncreate table zest.lot (\n  customer_id uuid,\n  id int,\n  receipt text not null unique,\n  primary key (customer_id, id)\n);' },
  { rule: 'could not be read', sql: '-- sharded by customer_id\ncreate table zest.lot (customer_id uuid primary key);' }
]

/** The violations that no machine caught; none is what we want. */
export async function uncaught(root: string): Promise<readonly string[]> {
  const tree = mkdtempSync(join(tmpdir(), 'changke-violations-'))
  try {
    for (const part of ['package.json', 'tsconfig.json']) cpSync(join(root, part), join(tree, part))
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    for (const { file, text } of [...ground, ...imports, ...texts].filter((one) => one.text !== '')) {
      mkdirSync(dirname(join(tree, file)), { recursive: true })
      writeFileSync(join(tree, file), text)
    }
    const { faults } = await importFaults(tree)
    const found = tidy(join(tree, 'src'))
    return [
      ...importRules().filter((name) => !imports.some(({ rule }) => rule === name)).map((name) => `nothing breaks ${name}: it could be lost and nobody would notice`),
      ...imports.filter(({ rule, file }) => !faults.some((fault) => fault.rule === rule && fault.from.startsWith(file))).map(({ rule, file }) => `${rule} does not catch ${file}`),
      ...texts.filter(({ rule, file }) => !found.some((fault) => fault.startsWith(`${file}: `) && fault.includes(rule))).map(({ rule, file }) => `"${rule}" does not catch ${file}`),
      ...tables.filter(({ rule, sql }) => !shardingFaults([{ name: 'v', sql }]).some((fault) => fault.includes(rule))).map(({ rule }) => `the sharding rule "${rule}" catches nothing`)
    ]
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

export const violationCount = imports.length + texts.length + tables.length
