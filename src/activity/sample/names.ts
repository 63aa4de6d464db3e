/** Chinese names as common as they are: surnames by their share of the population, given names by gender. */
import { pinyin } from 'pinyin-pro'
import type { Random } from '#foundation/random.ts'
import { urnOf } from './urn.ts'

type Gender = 'female' | 'male' | 'unknown'
export interface Name { readonly name: string, /** Letters for an e-mail address. */ readonly letters: string }

/** Per mille of the population, rounded; with the ones that are read differently as surnames, and those of two characters. */
const surnames: readonly (readonly [surname: string, weight: number])[] = [
  ...('王71李70张66刘51陈46杨31赵22黄22周21吴20徐16孙15胡13朱12高11林11何11郭11马10罗9梁8宋8郑8谢7韩7唐7冯6于6董6肖6程5曹5袁5邓5许5曾5彭5吕5苏4卢4蒋4蔡4贾4丁4魏4薛3叶4阎3' +
    '余4潘4杜4戴3夏4钟4汪4田4任4姜3范4方4石3姚3谭3廖3邹3熊3金3陆3郝3孔2白2崔3康2毛2邱3秦3江3史2顾3侯2邵2孟2龙2万2段2钱2汤2尹2黎2易2常2武2乔2贺2赖2龚2文2')
    .matchAll(/(\p{Script=Han})(\d+)/gu)].map((match): readonly [string, number] => [match[1] ?? '', Number(match[2])]).concat([
    ['单', 0.5], ['解', 0.4], ['仇', 0.3], ['查', 0.3], ['区', 0.2], ['欧阳', 0.9], ['上官', 0.2], ['司马', 0.1], ['诸葛', 0.1], ['皇甫', 0.1], ['尉迟', 0.1]
  ])

const given: Readonly<Record<'female' | 'male', readonly string[]>> = {
  female: [...'芳娜敏静丽艳娟霞秀玲燕红梅兰雪琳慧颖洁婷倩雅欣怡萱涵梦瑶佳晓月云莉萍茜璐菲蓉薇悦彤诗语'],
  male: [...'伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯俊健博文轩子昊然志远建国海峰林东晨阳睿航毅哲']
}
const eitherGender = [...'晨文林宇安宁佳明晓然']

export function nameMaker(): (random: Random, gender: Gender) => Name {
  const surname = urnOf(surnames)
  const read = (text: string, mode: 'surname' | 'normal'): string => pinyin(text, { mode, toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'v')
  const lettersOf = new Map<string, string>(surnames.map(([text]) => [text, read(text, 'surname')]))
  for (const character of [...given.female, ...given.male, ...eitherGender]) lettersOf.set(character, read(character, 'normal'))
  return (random, gender) => {
    const family = surname(random)
    const characters = gender === 'unknown' ? eitherGender : given[gender]
    const first = random.pick(characters)
    const second = random.next() < 0.24 ? '' : random.pick(characters)
    const letters = [family, ...first, ...second].map((character) => lettersOf.get(character) ?? '').join('')
    return { name: family + first + second, letters }
  }
}
