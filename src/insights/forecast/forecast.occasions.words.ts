/** The names of the occasions that come with the product. */
import type { Sentence } from '#foundation/words.ts'

export const occasionNames = {
  new_year: { zh: '元旦', en: 'New Year’s Day' },
  spring_festival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming' },
  labour_day: { zh: '劳动节', en: 'Labour Day' },
  dragon_boat: { zh: '端午节', en: 'Dragon Boat Festival' },
  mid_autumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national_day: { zh: '国庆节', en: 'National Day' },
  lantern: { zh: '元宵节', en: 'Lantern Festival' },
  qixi: { zh: '七夕', en: 'Qixi' },
  double_ninth: { zh: '重阳节', en: 'Double Ninth Festival' },
  before_spring_festival: { zh: '春节前两周', en: 'two weeks before Spring Festival' },
  before_mid_autumn: { zh: '中秋前十天', en: 'ten days before Mid-Autumn' },
  before_dragon_boat: { zh: '端午前一周', en: 'week before Dragon Boat' },
  make_up: { zh: '调休上班日', en: 'make-up working day' },
  promotion: { zh: '促销', en: 'promotion' }
} as const satisfies Readonly<Record<string, Sentence>>
