/** Entries of a ZIP file, inflated as a stream by zlib, with limits on what they may grow to: a bomb is refused before it fills anything. */
import { open, type FileHandle } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { createInflateRaw } from 'node:zlib'
import { Refusal } from '#foundation/refusal.ts'
import { importWords } from './imports.words.ts'

export interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** 2 GB and two hundred times its size: real sheets stay below thirty times. Small entries may be as repetitive as they like. */
export const growth = { bytes: 2_147_483_648, ratio: 200, free: 16_777_216 } as const
const endMark = 0x06054b50
const directoryMark = 0x02014b50
const directoryLimit = 16_777_216

export async function listEntries(path: string): Promise<readonly Entry[]> {
  const file = await open(path, 'r')
  try { return entriesOf(await directory(file)) } finally { await file.close() }
}

/** The central directory, found from the end of the file. */
async function directory(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat()
  const tail = await slice(file, Math.max(0, size - 66_000), Math.min(size, 66_000))
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endMark) continue
    const length = tail.readUInt32LE(at + 12)
    const offset = tail.readUInt32LE(at + 16)
    if (length > directoryLimit || offset + length > size) break
    return slice(file, offset, length)
  }
  throw new Refusal('imports.broken_archive', 422, importWords.brokenArchive)
}

function entriesOf(bytes: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  let at = 0
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === directoryMark) {
    const nameLength = bytes.readUInt16LE(at + 28)
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Refusal('imports.encrypted', 422, importWords.encrypted)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), offset: bytes.readUInt32LE(at + 42)
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

async function slice(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, from)
  return bytes.subarray(0, bytesRead)
}

export const bomb = (): Refusal => new Refusal('imports.bomb', 422, importWords.bomb)

/** Refuses what is declared too large at once, and what only turns out so while it grows. */
export async function* inflateEntry(path: string, entry: Entry): AsyncGenerator<Buffer> {
  const most = Math.max(growth.free, Math.min(growth.bytes, entry.packed * growth.ratio))
  if (entry.size > most) throw bomb()
  const file = await open(path, 'r')
  const header = await slice(file, entry.offset, 30).finally(() => file.close())
  if (header.length < 30 || (entry.method !== 0 && entry.method !== 8)) throw new Refusal('imports.broken_archive', 422, importWords.brokenArchive)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.packed === 0) return
  const packed = createReadStream(path, { start, end: start + entry.packed - 1, highWaterMark: 262_144 })
  let grown = 0
  try {
    for await (const chunk of entry.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: 262_144 }))) {
      grown += chunk.length
      if (grown > most) throw bomb()
      yield chunk
    }
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('imports.broken_archive', 422, importWords.brokenArchive)
  } finally {
    packed.destroy()
  }
}
