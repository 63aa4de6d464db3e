/**
 * Amounts and quantities as people write them: 1,234.56 · 1.234,56 · ￥1，234.56 · １２３ · (88.00) · 88-. The answer is a whole number of ten-thousandths; `1e3`
 * and words are refused, and so is what a bigint column or a whole JavaScript number could not hold exactly.
 */
export type Decimal = '.' | ','
export type AmountFault = 'amount_wrong' | 'amount_large'

/** 100 billion of a main unit: more than any order, and far inside the whole numbers that arithmetic keeps exact. */
const largest = 1_000_000_000_000_000
const scales = [10_000, 1_000, 100, 10, 1]
const signs = /[￥¥$€£₩₽₹฿]|元|圆|块|人民币|\b(?:rmb|cny|usd|eur|gbp|hkd|jpy|twd|hk|us|nt|cn)\b|[a-z]{2,3}(?=\$)/gi

export interface AmountReader { readonly read: (raw: string) => number | AmountFault }

export function createAmountReader(decimal: Decimal | undefined, onRounded: () => void): AmountReader {
  const separated = (text: string): string | undefined => plainDecimal(text, decimal)
  return { read: (raw) => quickAmount(raw, decimal === ',') ?? slowAmount(raw, separated, onRounded) }
}

/** `-12.5` without a regular expression: what nine cells in ten hold. A comma, a sign or too many digits leave it to the slow way. */
function quickAmount(raw: string, commas: boolean): number | undefined {
  const negative = raw.charCodeAt(0) === 45
  let whole = 0
  let decimals = -1
  const from = negative ? 1 : 0
  if (raw.length === from || raw.length > 14) return undefined
  for (let at = from; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + code - 48
      if (decimals >= 0) decimals++
    } else if (code === 46 && decimals < 0 && at > from) decimals = 0
    else return undefined
  }
  if (decimals === 0 || decimals > 4) return undefined
  // Three decimals may be a thousand in a column of decimal commas.
  if (decimals === 3 && commas) return undefined
  const minor = whole * (scales[Math.max(decimals, 0)] ?? 1)
  if (minor > largest) return undefined
  return negative && minor !== 0 ? -minor : minor
}

function slowAmount(raw: string, separated: (text: string) => string | undefined, onRounded: () => void): number | AmountFault {
  const text = raw.normalize('NFKC').replace(/[\s'’_\u00a0]/g, '').replace(signs, '').replace(/[−–—]/g, '-').replaceAll('，', ',')
  const [, left = '', body, right = ''] = /^([-+(]{0,2})([\d.,]+)([-)]{0,2})$/.exec(text) ?? []
  if (body === undefined || left.includes('(') !== right.includes(')')) return 'amount_wrong'
  const plain = separated(body)
  if (plain === undefined) return 'amount_wrong'
  const [whole = '', decimals = ''] = plain.split('.')
  if (whole.length > 13) return 'amount_large'
  const kept = decimals.replace(/0+$/, '')
  let minor = Number(whole) * 10_000 + Number(kept.slice(0, 4).padEnd(4, '0'))
  if (kept.length > 4) {
    if (kept.charCodeAt(4) >= 53) minor++
    onRounded()
  }
  if (minor > largest) return 'amount_large'
  const negative = left.includes('(') !== (left.includes('-') || right.includes('-'))
  return negative && minor !== 0 ? -minor : minor
}

/** One decimal point and no groups, or undefined where the separators contradict each other. */
function plainDecimal(text: string, decimal: Decimal | undefined): string | undefined {
  const commas = text.split(',').length - 1
  const dots = text.split('.').length - 1
  if (commas === 0 && dots === 0) return text
  const mark = commas > 0 && dots > 0 ? (text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.') : loneMark(text, commas, dots, decimal)
  if (mark === undefined) return undefined
  const group = mark === ',' ? '.' : ','
  const at = mark === 'none' ? text.length : text.lastIndexOf(mark)
  const whole = text.slice(0, at)
  const decimals = text.slice(at + 1)
  if (/[.,]/.test(decimals)) return undefined
  const groups = mark === 'none' ? whole.split(/[.,]/) : whole.split(group)
  if (mark !== 'none' && whole.includes(mark)) return undefined
  if (groups.length > 1 && !(/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((part) => /^\d{3}$/.test(part)))) return undefined
  const joined = groups.join('')
  return joined === '' && decimals === '' ? undefined : `${joined === '' ? '0' : joined}.${decimals}`
}

/** Only commas or only points: a decimal mark, or thousands (`none`)? The column's own style decides before the look of the value does. */
function loneMark(text: string, commas: number, dots: number, decimal: Decimal | undefined): Decimal | 'none' | undefined {
  const mark: Decimal = commas > 0 ? ',' : '.'
  if (commas + dots > 1) return 'none'
  if (decimal === mark) return mark
  const threes = /^\d{1,3}[.,]\d{3}$/.test(text) && !text.startsWith('0')
  if (mark === '.') return decimal === ',' && threes ? 'none' : decimal === ',' ? undefined : '.'
  if (threes) return 'none'
  return decimal === '.' ? undefined : ','
}

/** The decimal mark of a column, from its values: `1.234,56` and `12,5` say comma, `1,234.56` and `12.5` say point; silence or both say nothing. */
export function createDecimalWatch(): { readonly see: (text: string) => void, readonly found: () => Decimal | undefined } {
  let comma = 0
  let point = 0
  return {
    see: (raw) => {
      const text = raw.replaceAll('，', ',')
      if (/\.\d{3},\d+\D*$|^\D*\d+,(\d{1,2}|\d{4,})\D*$/.test(text)) comma++
      else if (/,\d{3}\.\d+\D*$|^\D*\d+\.(\d{1,2}|\d{4,})\D*$/.test(text)) point++
    },
    found: () => (comma > 0 && point === 0 ? ',' : point > 0 && comma === 0 ? '.' : undefined)
  }
}

/** `125000` → `12.5`: ten-thousandths as the plain decimal that PostgreSQL and DuckDB read as numeric. */
export function plainQuantity(scaled: number): string {
  if (scaled % 10_000 === 0) return `${scaled / 10_000}`
  const positive = Math.abs(scaled)
  return `${scaled < 0 ? '-' : ''}${Math.floor(positive / 10_000)}.${`${positive % 10_000}`.padStart(4, '0').replace(/0+$/, '')}`
}
