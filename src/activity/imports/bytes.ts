/** What a file is, by its first bytes, and its content as a stream of bytes: plain, gzip, or the one table of a ZIP. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { Refusal } from '#foundation/refusal.ts'
import { bomb, growth, inflateEntry, listEntries, type Entry } from './archive.ts'
import { importWords } from './imports.words.ts'

export type Container =
  | { readonly kind: 'plain' | 'gzip', readonly path: string }
  | { readonly kind: 'zip', readonly path: string, readonly entry: Entry }
  | { readonly kind: 'sheet', readonly path: string, readonly entries: readonly Entry[] }

/** Files that are surely no table, by the bytes they begin with. */
const strangers: ReadonlyArray<readonly [bytes: string, name: string]> = [
  ['89504e47', 'PNG'], ['ffd8ff', 'JPEG'], ['47494638', 'GIF'], ['25504446', 'PDF'], ['377abcaf', '7z'], ['52617221', 'RAR'], ['425a68', 'bzip2'],
  ['fd377a58', 'xz'], ['28b52ffd', 'zstd'], ['50415231', 'Parquet'], ['53514c69', 'SQLite'], ['7f454c46', 'ELF'], ['4d5a90', 'EXE'], ['49492a00', 'TIFF']
]

export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(bytes)
    const { bytesRead } = await file.read(head, 0, bytes, 0)
    return head.subarray(0, bytesRead)
  } finally { await file.close() }
}

export async function requireFile(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new Refusal('imports.no_file', 404, importWords.noFile)
  return found.size
}

export async function openContainer(path: string): Promise<Container> {
  if (await requireFile(path) === 0) throw new Refusal('imports.empty', 422, importWords.empty)
  const magic = (await readHead(path, 8)).toString('hex')
  if (magic.startsWith('1f8b')) return { kind: 'gzip', path }
  if (magic.startsWith('d0cf11e0')) throw new Refusal('imports.old_excel', 422, importWords.oldExcel)
  if (magic.startsWith('504b0304')) return archived(path, await listEntries(path))
  const stranger = strangers.find(([bytes]) => magic.startsWith(bytes))
  if (stranger) throw new Refusal('imports.not_a_table', 422, importWords.notATable, { kind: stranger[1] })
  return { kind: 'plain', path }
}

function archived(path: string, entries: readonly Entry[]): Container {
  if (entries.some((entry) => entry.name === 'xl/workbook.xml')) return { kind: 'sheet', path, entries }
  const tables = entries.filter((entry) => /\.(csv|txt|tsv)$/i.test(entry.name) && !entry.name.startsWith('__MACOSX/'))
  const [only] = tables
  if (only && tables.length === 1) return { kind: 'zip', path, entry: only }
  throw new Refusal('imports.archive_unclear', 422, importWords.archiveUnclear, { tables: tables.length })
}

/** Between two pieces PostgreSQL is fed: large ones would leave it waiting. */
const pieceBytes = 262_144

/** The bytes, and after each piece how far into the file on disk we are. A piece holds until the next one is asked for. */
export async function* bytesOf(container: Exclude<Container, { kind: 'sheet' }>, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  if (container.kind === 'zip') {
    let read = 0
    for await (const chunk of inflateEntry(container.path, container.entry)) {
      read += chunk.length
      onRead(Math.round((read / Math.max(1, container.entry.size)) * container.entry.packed))
      yield chunk
    }
    return
  }
  if (container.kind === 'plain') {
    yield* plainBytes(container.path, onRead)
    return
  }
  const file = createReadStream(container.path, { highWaterMark: pieceBytes })
  try {
    let grown = 0
    const most = (await stat(container.path)).size * 1_000 + growth.free
    for await (const chunk of file.pipe(createGunzip({ chunkSize: 262_144 }))) {
      grown += chunk.length
      if (grown > Math.min(most, growth.bytes * 4)) throw bomb()
      yield chunk
      onRead(file.bytesRead)
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal('imports.broken_archive', 422, importWords.brokenArchive)
  } finally {
    file.destroy()
  }
}

/** Always into the same memory: fresh memory for every piece would keep the garbage collector at it. */
async function* plainBytes(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const piece = Buffer.allocUnsafeSlow(pieceBytes)
    for (let read = 0; ;) {
      const { bytesRead } = await file.read(piece, 0, pieceBytes, null)
      if (bytesRead === 0) return
      yield piece.subarray(0, bytesRead)
      onRead(read += bytesRead)
    }
  } finally {
    await file.close()
  }
}
