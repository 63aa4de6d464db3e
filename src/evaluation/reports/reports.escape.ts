import { plainText } from '#foundation/columns.ts'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text between tags or in quotes: a customer may be named `<img onerror=…>`. */
export const escaped = (text: string): string => plainText(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
