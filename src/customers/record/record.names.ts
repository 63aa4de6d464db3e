/** How a name is spelled, so that it is found by typing pinyin or initials. Pure. */
import { pinyin } from 'pinyin-pro'

export interface Spelling { readonly pinyin: string | null, readonly initials: string | null, readonly givenPinyin: string | null }

const none: Spelling = { pinyin: null, initials: null, givenPinyin: null }
const chinese = /\p{Script=Han}/u
const doubleSurnames: ReadonlySet<string> = new Set('欧阳 上官 司马 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 独孤 南宫 长孙 宇文 轩辕 端木 百里 呼延 东郭 闻人 西门 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 第五 万俟 赫连 拓跋 完颜 耶律 陆费'.split(' '))

/**
 * The same for many. Names that a platform makes up (顾客1024) differ in their number alone, and what stands before it is spelled once.
 */
export function createSpeller(): typeof spell {
  const spelled = new Map<string, string[]>()
  return (name) => spell(name, (text) => {
    const [, word, number] = /^(\p{Script=Han}+)(\d+)$/u.exec(text) ?? []
    if (word === undefined || number === undefined) return spellChinese(text)
    const parts = spelled.get(word) ?? spellChinese(word)
    spelled.set(word, parts)
    return [...parts, number]
  })
}

/** Surnames are read as surnames (单 shàn, 曾 zēng, 解 xiè); ü is typed v. */
export function spell(name: string | null | undefined, read: (text: string) => string[] = spellChinese): Spelling {
  const text = (name ?? '').normalize('NFKC').trim()
  if (text === '') return none
  const parts = chinese.test(text) ? read(text) : text.split(/[\s.,'’·-]+/u)
  const syllables = parts.map((part) => plain(part)).filter((part) => part !== '')
  if (syllables.length === 0) return none
  const full = syllables.join('').slice(0, 120)
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('').slice(0, 40)
  const given = syllables.slice(surnameLength(text, syllables.length)).join('').slice(0, 80)
  return { pinyin: full, initials, givenPinyin: given === '' ? null : given }
}

const spellChinese = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })

/** Nearly all are plain already, and to ask is a tenth of the work. */
const plain = (part: string): string => /^[a-z0-9]*$/.test(part) ? part : part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]/g, '')

function surnameLength(text: string, syllables: number): number {
  if (!chinese.test(text)) return Math.max(0, syllables - 1)
  return doubleSurnames.has(text.slice(0, 2)) && syllables > 2 ? 2 : 1
}
