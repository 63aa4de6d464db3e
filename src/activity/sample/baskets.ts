/** What is in a basket: favourites, the season, presents, wholesale. Money in ten-thousandths of a yuan. */
import type { Random } from '#foundation/random.ts'
import { categories, categoryWeight, shelfOf, type Category, type Product } from './goods.ts'
import type { ShopDay } from './season.ts'
import { urnOf, type Urn } from './urn.ts'

export interface SampleLine {
  readonly product: string
  readonly name: string
  readonly category: Category
  readonly quantity: number
  readonly amountMinor: bigint
  readonly costMinor: bigint
}

export interface Taste {
  readonly favourites: readonly [Category, Category]
  /** Above 1: dearer goods and more of them. */
  readonly purse: number
  /** Pieces of a line, at least. */
  readonly bulk: number
}

const ordinary: Urn<Category> = urnOf(categories.map((category) => [category, categoryWeight[category]] as const))

export const tasteOf = (random: Random, wholesale: boolean): Taste => ({
  favourites: [ordinary(random), ordinary(random)],
  purse: Math.exp(0.45 * random.normal()),
  bulk: wholesale ? 3 + random.int(8) : 1
})

/** The lines of one order. `off` is the part taken off the price; prices rise by 5 % and costs by 4 % in the second year. */
export function basket(random: Random, taste: Taste, day: ShopDay, off: number, secondYear: boolean): SampleLine[] {
  const lines: SampleLine[] = []
  for (let more = true; more && lines.length < 6; more = random.next() < 0.38) {
    const product = productFor(random, categoryFor(random, taste, day), taste)
    if (lines.some((line) => line.product === product.code)) continue
    const quantity = taste.bulk * (random.next() < 0.84 ? 1 : 2 + random.int(3))
    const price = Math.round(product.yuan * (secondYear ? 1.05 : 1))
    const cents = Math.round(price * 100 * (1 - off) * quantity)
    const cost = Math.round(product.costYuan * 100 * (secondYear ? 1.04 : 1)) * quantity
    lines.push({ product: product.code, name: product.name, category: product.category, quantity, amountMinor: BigInt(cents) * 100n, costMinor: BigInt(cost) * 100n })
  }
  return lines
}

const categoryFor = (random: Random, taste: Taste, day: ShopDay): Category => {
  const mark = random.next()
  if (mark < day.presents) return '礼盒'
  if (day.springTea && mark < day.presents + 0.2) return '绿茶'
  if (random.next() < 0.45) return taste.favourites[0]
  return random.next() < 0.35 ? taste.favourites[1] : ordinary(random)
}

const productFor = (random: Random, category: Category, taste: Taste): Product => {
  const shelf = shelfOf.get(category) ?? []
  const product = shelf[Math.floor(shelf.length * random.next() ** (1.3 / taste.purse))]
  if (product === undefined) throw new RangeError(`nothing on the shelf of ${category}`)
  return product
}
