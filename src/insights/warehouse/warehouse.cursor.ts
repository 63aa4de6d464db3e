/** Where a page of customers ended: the rank of its last row and its customer. */
import { Refusal } from '#foundation/refusal.ts'

export interface Cursor { readonly rank: bigint, readonly customerId: string }

export const cursorOf = ({ rank, customerId }: Cursor): string => `${rank}.${customerId}`

export function readCursor(text: string): Cursor {
  const match = /^(-?\d{1,19})\.([0-9a-f-]{36})$/.exec(text)
  if (!match) throw new Refusal('insights.wrong_cursor', 400, { zh: '“{after}”不是本列表给出的翻页标记。', en: '"{after}" is not a page mark of this list.' }, { after: text })
  return { rank: BigInt(match[1] ?? '0'), customerId: match[2] ?? '' }
}
