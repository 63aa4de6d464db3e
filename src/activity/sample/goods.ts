/** What the chain sells: categories and products, with price and cost in yuan. */
export const categories = ['绿茶', '红茶', '乌龙茶', '白茶', '普洱茶', '花茶', '礼盒', '茶具', '茶点'] as const
export type Category = (typeof categories)[number]

export interface Product {
  readonly code: string
  readonly name: string
  readonly category: Category
  readonly yuan: number
  readonly costYuan: number
}

/** How much of ordinary trade a category has. */
export const categoryWeight: Readonly<Record<Category, number>> = {
  绿茶: 0.2, 红茶: 0.15, 乌龙茶: 0.14, 白茶: 0.09, 普洱茶: 0.1, 花茶: 0.1, 礼盒: 0.03, 茶具: 0.07, 茶点: 0.12
}

/** Name, price, share of the price that it costs; cheapest first within a category. */
const shelves: Readonly<Record<Category, readonly (readonly [name: string, yuan: number, cost: number])[]>> = {
  绿茶: [['日照绿 100g', 58, 0.42], ['径山茶 100g', 78, 0.44], ['安吉白茶 100g', 128, 0.46], ['碧螺春 100g', 158, 0.47], ['雨前龙井 100g', 188, 0.48], ['明前龙井 100g', 388, 0.52]],
  红茶: [['滇红 100g', 48, 0.38], ['九曲红梅 100g', 68, 0.4], ['祁门红茶 100g', 98, 0.42], ['正山小种 100g', 118, 0.43], ['金骏眉 50g', 198, 0.45]],
  乌龙茶: [['铁观音 125g', 68, 0.4], ['凤凰单丛 100g', 98, 0.42], ['冻顶乌龙 150g', 128, 0.44], ['武夷水仙 100g', 138, 0.43], ['大红袍 100g', 218, 0.46]],
  白茶: [['贡眉 100g', 88, 0.41], ['寿眉 2021 饼 350g', 108, 0.4], ['白牡丹 100g', 148, 0.44], ['白毫银针 50g', 258, 0.48]],
  普洱茶: [['熟普小沱 20 粒', 66, 0.36], ['熟普 2018 饼 357g', 168, 0.42], ['生普 2020 饼 357g', 198, 0.43], ['古树生普 200g', 368, 0.47]],
  花茶: [['菊花茶 50g', 32, 0.34], ['茉莉毛尖 100g', 52, 0.37], ['玫瑰红茶 80g', 56, 0.37], ['茉莉龙珠 100g', 88, 0.4], ['桂花乌龙 100g', 72, 0.39]],
  礼盒: [['青山小礼盒', 168, 0.45], ['四季茶礼盒', 298, 0.46], ['团圆礼盒', 398, 0.47], ['明前龙井礼盒', 598, 0.5], ['大红袍典藏礼盒', 888, 0.51]],
  茶具: [['滤茶杯', 39, 0.5], ['玻璃公道杯', 45, 0.5], ['白瓷盖碗', 68, 0.52], ['便携茶具套装', 128, 0.54], ['青瓷茶具六件', 298, 0.55], ['紫砂壶', 468, 0.56]],
  茶点: [['绿豆糕', 18, 0.4], ['龙井酥', 26, 0.42], ['桂花糕', 22, 0.41], ['茶味瓜子', 16, 0.45], ['抹茶曲奇', 32, 0.43], ['坚果什锦', 42, 0.48]]
}

export const products: readonly Product[] = categories.flatMap((category, shelf) =>
  shelves[category].map(([name, yuan, cost], place) => ({
    code: `C${shelf + 1}${String(place + 1).padStart(2, '0')}`, name, category, yuan, costYuan: Math.round(yuan * cost * 100) / 100
  })))

export const shelfOf = new Map<Category, readonly Product[]>(categories.map((category) => [category, products.filter((product) => product.category === category)]))
