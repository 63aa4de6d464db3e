/** Regions by six-digit division code, from province down to district, with Hong Kong, Macau and Taiwan. Pure. */
import { regionData } from 'element-china-area-data'

export interface Region { readonly code: string, readonly name: string, readonly children: readonly Region[] }

interface Listed { readonly value: string, readonly label: string, readonly children?: readonly Listed[] }

const read = ({ value, label, children = [] }: Listed): Region => ({ code: value.padEnd(6, '0'), name: label, children: children.map(read) })
const listed = (code: string, name: string, children: readonly (readonly [string, string])[]): Region =>
  ({ code, name, children: children.map(([child, label]) => ({ code: child, name: label, children: [] })) })
const numbered = (prefix: string, names: string): readonly (readonly [string, string])[] => names.split(' ').map((name, index) => [`${prefix}${String(index + 1).padStart(2, '0')}`, name])
const pairs = (text: string): readonly (readonly [string, string])[] => text.split(' ').map((pair) => [pair.slice(0, 6), pair.slice(6)])

const taiwan = '710100台北市 710200高雄市 710300台南市 710400台中市 710500金门县 710600南投县 710700基隆市 710800新竹市 710900嘉义市 711100新北市 711200宜兰县 711300新竹县 711400桃园市 711500苗栗县 711700彰化县 711900嘉义县 712100云林县 712400屏东县 712500台东县 712600花莲县 712700澎湖县 712800连江县'
const hongKong = '中西区 湾仔区 东区 南区 油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区 荃湾区 屯门区 元朗区 北区 大埔区 西贡区 沙田区 葵青区 离岛区'
const macau = '花地玛堂区 花王堂区 望德堂区 大堂区 风顺堂区 嘉模堂区 路凼填海区 圣方济各堂区'

export const regions: readonly Region[] = [
  ...regionData.map(read),
  listed('710000', '台湾省', pairs(taiwan)),
  listed('810000', '香港特别行政区', numbered('8100', hongKong)),
  listed('820000', '澳门特别行政区', numbered('8200', macau))
]

const pathByCode: ReadonlyMap<string, readonly Region[]> = new Map(regions.flatMap((region) => paths(region, [])))

function paths(region: Region, above: readonly Region[]): (readonly [string, readonly Region[]])[] {
  const path = [...above, region]
  return [[region.code, path], ...region.children.flatMap((child) => paths(child, path))]
}

const levelOnly = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

export const isRegion = (code: string): boolean => pathByCode.has(code)

/** `浙江省 杭州市 西湖区`; free text (abroad) as it stands. */
export const regionName = (region: string | null): string | null =>
  region === null ? null : pathByCode.get(region)?.map((one) => one.name).filter((name, level) => level !== 1 || !levelOnly.has(name)).join(' ') ?? region

/** What every code inside a region begins with: `330000` → `33`, `330100` → `3301`. */
export const regionPrefix = (code: string): string => isRegion(code) ? code.replace(/(?:00){1,2}$/, '') : code

const short = (name: string): string => name.replace(/(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|地区|省|市|区|县|盟)$/, '')

/** The deepest region that an address or a written region names from its beginning: `浙江杭州西湖区文三路` → `330106`. Undefined where it names none. */
export function findRegion(text: string): string | undefined {
  let rest = text.normalize('NFKC').replace(/^中国/, '').replace(/[\s,，、/|>-]+/g, '')
  let level: readonly Region[] = regions
  let found: Region | undefined
  while (level.length > 0) {
    const hit = takeName(level, rest) ?? takeDeeper(level, rest)
    if (hit === undefined) break
    found = hit.region
    rest = hit.rest
    level = hit.region.children
  }
  return found?.code
}

interface Hit { readonly region: Region, readonly rest: string }

function takeName(level: readonly Region[], text: string): Hit | undefined {
  for (const whole of [true, false]) {
    for (const region of level) {
      const name = whole ? region.name : short(region.name)
      if (name.length > 1 && text.startsWith(name)) return { region, rest: text.slice(name.length).replace(whole ? /^$/ : /^(?:省|市)/, '') }
    }
  }
  return undefined
}

/** `北京市朝阳区` and `广东省顺德区` leave a level out. */
function takeDeeper(level: readonly Region[], text: string): Hit | undefined {
  if (text === '') return undefined
  for (const region of level) {
    const hit = takeName(region.children.filter((child) => child.children.length === 0 || !levelOnly.has(child.name)), text)
    if (hit) return hit
  }
  return undefined
}
