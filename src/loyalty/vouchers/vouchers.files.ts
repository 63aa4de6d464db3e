/** The lines of a file: codes, or what names members. Encoding, delimiter and sheet are found by the readers of imports. */
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openTable, plainCell, readTable } from '#activity/imports/imports.ts'

export interface FileLine { readonly line: number, readonly text: string }
export interface FileWork {
  readonly file: string
  readonly kind: 'codes' | 'members'
  readonly pieceSize: number
  /** Called for each piece, in order: the same file gives the same pieces. `repeated`: lines left out because an earlier one says the same. */
  readonly onPiece: (pieceNo: number, lines: readonly FileLine[], repeated: number) => Promise<void>
}

const headers: Readonly<Record<FileWork['kind'], RegExp>> = {
  codes: /^(券码|卡券码|优惠码|优惠券码|兑换码|券号|编码|code|codes|coupon|couponcode|voucher|vouchercode|promocode)$/i,
  members: /^(会员手机号?|客户手机号?|手机号?码?|联系电话|电话|会员卡号?|卡号|客户编号|客户id|会员号|phone|phonenumber|mobile|cardno|card|customerid|customer)$/i
}
const plain = (header: string): string => header.normalize('NFKC').replace(/[\s_\-.#:]/g, '')

/** How many lines there are, the heading left out. */
export async function countLines({ file, kind }: Pick<FileWork, 'file' | 'kind'>): Promise<number> {
  let count = 0
  await eachLine(file, kind, () => { count += 1 }, () => undefined)
  return count
}

export async function readPieces({ file, kind, pieceSize, onPiece }: FileWork): Promise<void> {
  const seen = new Set<string>()
  let [pieceNo, repeated] = [0, 0]
  let waiting: FileLine[] = []
  const give = async (isLast: boolean): Promise<void> => {
    while (waiting.length >= pieceSize || (isLast && (waiting.length > 0 || repeated > 0))) {
      const piece = waiting.slice(0, pieceSize)
      waiting = waiting.slice(pieceSize)
      await onPiece(pieceNo, piece, repeated)
      pieceNo += 1
      repeated = 0
    }
  }
  await eachLine(file, kind, (line) => {
    const key = line.text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
    if (seen.has(key)) { repeated += 1; return }
    seen.add(key)
    waiting.push(line)
  }, () => give(false))
  await give(true)
}

async function eachLine(file: string, kind: FileWork['kind'], take: (line: FileLine) => void, afterPiece: () => Promise<void> | void): Promise<void> {
  const scratch = join(dirname(file), 'scratch')
  await mkdir(scratch, { recursive: true })
  const table = await openTable(file, scratch)
  const named = table.headers.findIndex((header) => headers[kind].test(plain(header)))
  const column = Math.max(0, named)
  const one = (cells: readonly string[], line: number): void => {
    const text = plainCell(cells[column] ?? '').trim()
    if (text !== '') take({ line, text })
  }
  // A first row that names nothing we know is a line like the others.
  if (table.headerLine > 0 && named < 0) one(table.headers, table.headerLine)
  await readTable(table, { onRow: one, onOpenQuote: one, onDirt: () => undefined, most: column + 1, afterPiece })
}
