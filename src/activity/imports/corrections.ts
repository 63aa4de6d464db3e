/** What a person says about columns on the command line: `phone=Mobile,amount=7,cost=` puts two in their places and drops a third. */
import { Refusal } from '#foundation/refusal.ts'
import { commandWords } from './command.words.ts'
import { fieldNames, plainHeader, type Field } from './fields.ts'
import { importWords } from './imports.words.ts'
import type { Mapping } from './mapping.ts'

export function correctMapping(guess: Mapping, headers: readonly string[], { map, source }: { readonly map?: string | undefined, readonly source?: string | undefined }): Mapping {
  const columns: Partial<Record<Field, number>> = { ...guess.columns }
  for (const pair of (map ?? '').split(',').filter((text) => text.trim() !== '')) {
    const [name = '', column = ''] = pair.split('=').map((text) => text.trim())
    const field = fieldNames.find((known) => known === name)
    if (!field) throw new Refusal('command.unknown_field', 422, importWords.wrongMap, { field: name, fields: fieldNames.join(', ') })
    const at = /^\d+$/.test(column) ? Number(column) - 1 : headers.findIndex((header) => plainHeader(header) === plainHeader(column))
    if (column === '') delete columns[field]
    else if (at < 0 || at >= headers.length) throw new Refusal('command.unknown_column', 422, commandWords.noColumn, { column, headers: headers.join(', ') })
    else columns[field] = at
  }
  return { ...guess, columns, source: source ?? guess.source }
}
