/**
 * What the import graph cannot see. A capability's folder is also its SQL schema: it writes only its own, and reads only its own and those of rooms to its
 * left. It reads text, so SQL assembled from pieces escapes it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const rooms = ['settings', 'customers', 'activity', 'insights', 'decisions', 'loyalty', 'care', 'service', 'evaluation']
const writes = /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy|create\s+(?:table|view|index\s+\w+\s+on|function|schema)|alter\s+table|drop\s+table)\s+"?(\w+)"?\s*[.;]|\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`](\w+)\./gi
const reads = /\b(?:from|join|references)\s+"?(\w+)"?\s*\.|\b(?:selectFrom|\w*[jJ]oin|using)\(\s*['"`](\w+)\./gi

interface Ban { readonly pattern: RegExp, readonly exempt: RegExp, readonly why: string }
const bans: readonly Ban[] = [
  { pattern: /process\.env/, exempt: /^foundation\/config\.ts$/, why: 'read the environment only in foundation/config.ts' },
  { pattern: /\bDate\.now\(\)|new Date\(\)/, exempt: /^foundation\/clock\.ts$|\.tsx$/, why: 'take `now` as an argument' },
  { pattern: /Math\.random\(/, exempt: /^$/, why: 'take a seeded generator as an argument' },
  { pattern: /\b(?:FIXME|TODO|XXX)\b/, exempt: /^$/, why: 'finish it first' },
  { pattern: /^export default\b/m, exempt: /^$/, why: 'named exports only' },
  { pattern: /^export \* from/m, exempt: /^$/, why: 'no barrels' }
]
const emptyNames = /(^|[/.])(utils?|helpers?|common|shared|misc|lib|core|base)(\/|\.tsx?$|\.)/

/** What only the syntax tree knows: assertions, `any`, state that outlives a call. */
function syntaxFaults(path: string, source: ts.SourceFile): readonly string[] {
  const faults = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.add('no `any`')
    if (!path.startsWith('foundation/') && path !== 'web/api.ts') {
      if (ts.isAsExpression(node) && node.type.getText(source) !== 'const') faults.add(`no \`as\` outside foundation, narrow instead: ${node.getText(source).slice(0, 60)}`)
      if (ts.isNonNullExpression(node)) faults.add(`no \`!\`, narrow instead: ${node.getText(source).slice(0, 60)}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)) faults.add('no module-level state')
  }
  return [...faults]
}

/** Sentences stand side by side: wherever one of `zh` and `en` is written, so is the other, and neither is empty. */
function wordFaults(source: ts.SourceFile): readonly string[] {
  const faults: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const said = new Map(node.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [[property.name.getText(source), property.initializer.getText(source)] as const] : [])))
      const missing = (key: string): boolean => /^(?:''|""|``)$/.test(said.get(key) ?? "''")
      if (said.has('zh') && missing('en')) faults.push(`missing in English: ${said.get('zh')}`)
      if (said.has('en') && missing('zh')) faults.push(`missing in Chinese: ${said.get('en')}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return faults
}

/** Every fault of the tree under `src`, a line each. */
export function tidy(src: string): readonly string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(tsx?|sql)$/.test(path)).map((path) => path.replaceAll('\\', '/'))
  const rankOf = new Map(files.map((path) => path.split('/')).flatMap(([room = '', name = '', file]) => (rooms.includes(room) && file !== undefined ? [[name, rooms.indexOf(room)] as const] : [])))
  const faults: string[] = []
  for (const path of files.filter((path) => !path.includes('.test.') && !path.includes('.generated.'))) {
    const text = readFileSync(join(src, path), 'utf8')
    const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    const [room = '', capability = ''] = path.split('/')
    const fault = (why: string): number => faults.push(`src/${path}: ${why}`)
    if (emptyNames.test(path)) fault('this name says nothing')
    if (text.split('\n').length > 400) fault('longer than 400 lines')
    if (path.endsWith('.sql')) {
      if (!/(^|\/)\d{8}_\d{4}_[a-z_]+\.sql$/.test(path)) fault('a migration is named YYYYMMDD_HHMM_words.sql')
    } else {
      for (const { pattern, exempt, why } of bans) if (pattern.test(code) && !exempt.test(path)) fault(why)
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
      for (const why of [...syntaxFaults(path, source), ...wordFaults(source)]) fault(why)
    }
    if (!rooms.includes(room)) continue
    const schemas = (pattern: RegExp): string[] => [...code.matchAll(pattern)].map((match) => (match[1] ?? match[2] ?? '').toLowerCase()).filter((schema) => rankOf.has(schema))
    for (const schema of new Set(schemas(writes))) if (schema !== capability) fault(`writes ${schema}.*, which is not its own`)
    for (const schema of new Set(schemas(reads))) if ((rankOf.get(schema) ?? 0) > rooms.indexOf(room)) fault(`reads ${schema}.*, which lies to its right`)
  }
  return faults
}
