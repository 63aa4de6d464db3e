/** Instants as PostgreSQL writes them on a connection whose zone is UTC: `2026-11-22 07:40:17.123456+00`. */
import pg from 'pg'

const readAny: (text: string) => Date = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text')

/** Digits by their place, a tenth of what reading any form costs; a year of other than four digits goes the long way. Fractions of a millisecond are cut off. */
export function readInstant(text: string): Date {
  if (text.length < 22 || text[4] !== '-' || text.startsWith('00') || !text.endsWith('+00')) return readAny(text)
  const two = (at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
  return new Date(Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17), text.length === 22 ? 0 : 1_000 * Number(text.slice(19, -3))))
}
