/**
 * A file's bytes as blocks of whole lines in UTF-8. Whoever reads may take plain rows off the front of a block as bytes; what it leaves goes through the
 * tokenizer as text. Both see every line once, in order.
 */
import { isUtf8 } from 'node:buffer'
import { Refusal } from '#foundation/refusal.ts'
import { cleanText } from './encoding.ts'
import { importWords } from './imports.words.ts'
import type { Tokens } from './tokens.ts'

export interface Taken {
  /** Where the first row begins that was not taken, and how many lines were. */
  readonly at: number
  readonly lines: number
  /** The row there is not plain. Otherwise it is kept for the next block, which begins with it. */
  readonly odd: boolean
}

/** Takes plain rows from `at` up to `end`; `line` is the physical line at `at`, and after the `last` block nothing more comes. */
export type TakePlain = (block: Buffer, at: number, end: number, line: number, last: boolean) => Taken

export interface Blocks {
  /** Bytes in UTF-8, cut anywhere. */
  readonly push: (bytes: Buffer) => void
  readonly end: () => void
}

const lineLimit = 1_048_576
/** After so many odd rows in a block the rest of it is text: a file of quotes is no slower than it was. */
const mostOdd = 16

export function createBlocks(tokens: Tokens, firstLine: number, onDirt: (count: number) => void, takePlain: TakePlain | undefined): Blocks {
  // One place for every block: what is left of a block moves to its front, what was read goes behind it.
  let work = Buffer.allocUnsafeSlow(2_097_152)
  let held = 0
  const text = (block: Buffer, from: number, to: number): void => tokens.push(cleanText(block.toString('utf8', from, to), onDirt))

  /** What is left of the block for the next one. */
  function read(block: Buffer, last: boolean): Buffer {
    const end = block.lastIndexOf(10) + 1
    if (end === 0) {
      if (block.length > lineLimit && block.toString().length > lineLimit) throw new Refusal('imports.line_too_long', 422, importWords.lineTooLong, { line: tokens.line() })
      return block
    }
    let at = 0
    let odd = takePlain !== undefined && isUtf8(block.subarray(0, end)) ? 0 : mostOdd
    while (at < end) {
      if (takePlain !== undefined && odd < mostOdd && tokens.isIdle() && tokens.line() >= firstLine) {
        const taken = takePlain(block, at, end, tokens.line(), last)
        tokens.skip(taken.lines)
        at = taken.at
        if (!taken.odd) break
        odd++
      } else if (odd < mostOdd && !tokens.isIdle()) odd = mostOdd
      const to = odd < mostOdd ? block.indexOf(10, at) + 1 : end
      text(block, at, to)
      at = to
    }
    return block.subarray(at)
  }

  const hold = (left: Buffer): void => {
    if (left.length > 0) work.copyWithin(0, left.byteOffset - work.byteOffset, left.byteOffset - work.byteOffset + left.length)
    held = left.length
  }
  const append = (bytes: Buffer): Buffer => {
    if (held + bytes.length > work.length) {
      const wider = Buffer.allocUnsafeSlow(2 * (held + bytes.length))
      work.copy(wider, 0, 0, held)
      work = wider
    }
    bytes.copy(work, held)
    return work.subarray(0, held + bytes.length)
  }

  return {
    push: (bytes) => hold(read(append(bytes), false)),
    end: () => {
      if (held > 0) hold(read(work[held - 1] === 10 ? work.subarray(0, held) : append(Buffer.from('\n')), true))
      tokens.end()
    }
  }
}
