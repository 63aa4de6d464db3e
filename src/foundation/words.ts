/** Every sentence a person reads exists in both languages, side by side. */
export interface Sentence { readonly zh: string, readonly en: string }
export type Locale = 'zh-CN' | 'en'
export type Values = Readonly<Record<string, string | number | bigint>>

/** `{name}`, or `{name|customer|customers}`: no value but the word that fits one or many, for languages that bend words by number. */
export const placeholder = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g

export const isOne = (value: unknown): boolean => value === 1 || value === 1n || value === '1'

/** The sentence in one language, its `{placeholders}` filled. A placeholder without a value stays visible, so that it is noticed. */
export function say(sentence: Sentence, locale: Locale, values: Values = {}): string {
  const text = locale === 'en' ? sentence.en : sentence.zh
  return text.replace(placeholder, (whole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one !== undefined && many !== undefined) return isOne(value) ? one : many
    return typeof value === 'string' ? value : value.toLocaleString(locale)
  })
}

/** The better of the two languages for an Accept-Language header; Chinese when it names neither. */
export function localeOf(header: string | undefined): Locale {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    if (part.trim().startsWith('zh')) return 'zh-CN'
    if (part.trim().startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
