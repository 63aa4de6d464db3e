/** Who the customers are. Nobody in here exists: telephone numbers have three zeros after the prefix, mail goes to example.com. */
import type { Random } from '#foundation/random.ts'
import { birthdayMaker, type Birthday } from './birthdays.ts'
import { nameMaker } from './names.ts'
import { districts, streets, type SampleStore } from './stores.ts'
import { sampleTruth } from './truth.ts'
import { urnOf, urnOfKeys } from './urn.ts'

export type Kind = keyof typeof sampleTruth.share.kinds
export type Channel = keyof typeof sampleTruth.share.channels
export interface Identity { readonly kind: 'phone' | 'email' | 'openid' | 'card' | 'marketplace', readonly value: string }

export interface Person {
  readonly kind: Kind
  readonly name: string
  /** Null where nobody asked. */
  readonly gender: 'female' | 'male' | null
  readonly birthday: Birthday | null
  readonly occupation: string | null
  readonly industry: string | null
  readonly region: string | null
  readonly address: string | null
  readonly identities: readonly Identity[]
}

const occupations = urnOf<string>([
  ['公司职员', 24], ['个体经营者', 12], ['教师', 9], ['退休', 14], ['工程师', 10], ['公务员', 7], ['医护人员', 6], ['设计师', 4], ['销售', 6], ['会计', 4], ['学生', 5], ['自由职业', 6], ['律师', 2], ['家庭主妇', 5]
])
const trades = ['酒店餐饮', '茶叶批发', '企业福利采购', '文化创意', '旅游服务'] as const
const dealers = ['茶叶批发部', '商贸行', '茶业经销处', '礼品公司', '餐饮管理部'] as const
const causes = ['社区服务中心', '希望小学', '敬老院', '公益图书馆', '志愿者协会'] as const
const shopNames = [...'晨光云溪竹里兰亭和润清源德福永丰瑞祥'] as const
const prefixes = ['162', '165', '167'] as const

export interface MemberMaker {
  readonly member: (random: Random, place: number, store: SampleStore, channel: Channel, year: number) => Person
  readonly prospect: (random: Random, place: number, store: SampleStore, year: number) => Person
}

export function memberMaker(): MemberMaker {
  const { share } = sampleTruth
  const kindOf = urnOfKeys(share.kinds)
  const genderOf = urnOfKeys(share.genders)
  const nameOf = nameMaker()
  const birthdayIn = birthdayMaker()
  const { all, ofCity } = districts()
  const chance = (random: Random, probability: number): boolean => random.next() < probability

  const regionOf = (random: Random, store: SampleStore, channel: Channel): string => {
    const mark = random.next()
    const far = channel === '天猫' || channel === '抖音' ? 0.8 : 0.06
    if (mark < far) return random.pick(all)
    return mark < far + (1 - far) * 0.6 ? store.region : random.pick(ofCity(store.region))
  }
  /** Numbers never repeat: the place in the list is spread over the prefixes, and 61,803 has no factor in common with 100,000. */
  const phoneOf = (place: number): string => `+86${prefixes[place % 3] ?? '162'}000${String(Math.floor(place / 3) * 61_803 % 100_000).padStart(5, '0')}`

  const person = (random: Random, kind: Kind, region: string, year: number): Omit<Person, 'identities'> & { readonly letters: string } => {
    const gender = genderOf(random)
    const { name, letters } = nameOf(random, gender)
    const born = Math.round(year - 20 - 45 * (random.next() * 0.7 + random.next() * 0.5))
    const organisation = kind === 'intermediary' ? random.pick(dealers) : kind === 'public_interest' ? random.pick(causes) : undefined
    const address = chance(random, share.address) ? `${random.pick(streets)} ${1 + random.int(900)} 号 ${1 + random.int(30)} 幢 ${1 + random.int(18)}0${1 + random.int(4)} 室` : null
    if (organisation !== undefined) {
      return { kind, name: random.pick(shopNames) + random.pick(shopNames) + organisation, letters, gender: null, birthday: null, occupation: null, region, address,
        industry: kind === 'public_interest' ? '公益' : random.pick(trades) }
    }
    return { kind, name, letters, gender: gender === 'unknown' ? null : gender, region, address, industry: null, birthday: chance(random, share.birthday) ? birthdayIn(random, born) : null,
      occupation: kind === 'internal' ? '本公司员工' : chance(random, share.occupation) ? occupations(random) : null }
  }

  const identify = (random: Random, place: number, letters: string, channel: Channel | undefined): Identity[] => {
    const found: Identity[] = []
    const code = String(place + 1).padStart(6, '0')
    if (chance(random, share.phone)) found.push({ kind: 'phone', value: phoneOf(place) })
    if (chance(random, share.email)) found.push({ kind: 'email', value: `${letters}${place + 1}@example.com` })
    if (channel !== undefined && chance(random, share.card)) found.push({ kind: 'card', value: `QS88${code}` })
    if (channel === '小程序') found.push({ kind: 'openid', value: `oSample_${code}${Math.floor(random.next() * 1e12).toString(36).padStart(8, '0')}` })
    if (channel === '天猫') found.push({ kind: 'marketplace', value: `taobao:qs_sample_${code}` })
    if (channel === '抖音') found.push({ kind: 'marketplace', value: `douyin:qs_sample_${code}` })
    if (found.length === 0) found.push({ kind: 'phone', value: phoneOf(place) })
    return found
  }

  return {
    member: (random, place, store, channel, year) => {
      const { letters, ...facts } = person(random, kindOf(random), regionOf(random, store, channel), year)
      return { ...facts, identities: identify(random, place, letters, channel) }
    },
    prospect: (random, place, store, year) => {
      const { letters, ...facts } = person(random, 'consumer', regionOf(random, store, '门店'), year)
      return { ...facts, identities: identify(random, place, letters, undefined) }
    }
  }
}
