/** The twelve shops of the chain, in real districts, and where their customers live. */
import { regionData } from 'element-china-area-data'

export interface SampleStore {
  readonly code: string
  readonly name: string
  /** 6-digit division code of its district. */
  readonly region: string
  /** Days after the first day of the chain. */
  readonly opens: number
  /** Draw of custom against the others. */
  readonly weight: number
}

const store = (code: string, name: string, region: string, opens: number, weight: number): SampleStore => ({ code, name, region, opens, weight })

export const sampleStores: readonly SampleStore[] = [
  store('QS01', '杭州湖滨店', '330102', 0, 1.4),
  store('QS02', '杭州文三路店', '330106', 0, 1.2),
  store('QS03', '杭州滨江店', '330108', 0, 0.9),
  store('QS04', '上海静安寺店', '310106', 0, 1.3),
  store('QS05', '上海徐家汇店', '310104', 0, 1.1),
  store('QS06', '苏州平江路店', '320508', 0, 1.0),
  store('QS07', '宁波天一店', '330203', 0, 0.8),
  store('QS08', '上海陆家嘴店', '310115', 75, 1.2),
  store('QS09', '南京新街口店', '320102', 150, 1.0),
  store('QS10', '福州三坊七巷店', '350102', 240, 0.8),
  store('QS11', '成都春熙路店', '510104', 330, 1.0),
  store('QS12', '深圳福田店', '440304', 430, 0.9)
]

/** Every district code of the country, and those of one city. */
export function districts(): { readonly all: readonly string[], readonly ofCity: (region: string) => readonly string[] } {
  const cities = new Map<string, string[]>()
  for (const province of regionData) {
    for (const city of province.children ?? []) {
      cities.set(city.value, (city.children ?? []).map((district) => district.value).filter((code) => /^\d{6}$/.test(code)))
    }
  }
  return { all: [...cities.values()].flat(), ofCity: (region) => cities.get(region.slice(0, 4)) ?? [region] }
}

export const streets = ['文三路', '解放路', '人民路', '中山路', '建设路', '学院路', '望江路', '体育场路', '新华路', '和平路', '长江路', '环城北路', '凤起路', '江南大道'] as const
