/** What a column of a file of balances can mean, and the headers under which programmes export it. */
import { createOrderWatch, plainHeader, type DateOrder } from '#activity/imports/imports.ts'
import type { OpeningMapping } from './opening.schema.ts'

export const openingFields = ['phone', 'email', 'openid', 'unionid', 'card', 'customer', 'name', 'currency', 'amount', 'earned', 'expires', 'lot', 'growth', 'tier'] as const
export type OpeningField = (typeof openingFields)[number]

const list = (words: string): readonly string[] => words.split(/\s+/)

const headers: Readonly<Record<OpeningField, readonly string[]>> = {
  phone: list('手机 手机号 手机号码 会员手机 会员手机号 客户手机 联系电话 电话 phone phonenumber mobile mobilephone tel'),
  email: list('邮箱 电子邮箱 email emailaddress mail'),
  openid: list('openid 微信openid wxopenid'), unionid: list('unionid 微信unionid'),
  card: list('会员卡号 卡号 会员卡 vip卡号 card cardno cardnumber membercard loyaltycard'),
  customer: list('会员编号 会员号 会员id 客户编号 客户号 用户id memberid memberno customerid customerno userid member'),
  name: list('姓名 会员姓名 客户姓名 name membername customername fullname'),
  currency: list('积分种类 积分类型 币种 账户类型 currency pointtype pointstype type'),
  amount: list('积分 积分余额 可用积分 剩余积分 当前积分 余额 积分数 数量 points balance pointsbalance availablepoints amount remaining lotamount'),
  earned: list('获得日期 获得时间 发放日期 发放时间 积分日期 入账日期 earned earnedon earnedat earneddate issued issuedate awardedat date'),
  expires: list('到期日 到期日期 到期时间 过期日期 过期时间 有效期 有效期至 失效日期 expires expireson expiresat expiry expirydate expirationdate validuntil validto'),
  lot: list('批次 批次号 积分流水号 流水号 lot lotid lotno batch batchid'),
  growth: list('成长值 成长值余额 经验值 growth growthvalue experience qualifyingpoints tierpoints'),
  tier: list('等级 会员等级 级别 会员级别 tier level memberlevel membertier grade')
}

/** Keys first: a column that names the member is never taken for anything else. */
export function guessOpening(given: readonly string[], rows: readonly (readonly string[])[]): OpeningMapping {
  const plain = given.map(plainHeader)
  const columns: Partial<Record<OpeningField, number>> = {}
  const taken = new Set<number>()
  for (const field of openingFields) {
    for (const name of headers[field]) {
      const at = plain.indexOf(plainHeader(name))
      if (at < 0 || taken.has(at)) continue
      columns[field] = at
      taken.add(at)
      break
    }
  }
  return { programme: 'previous', columns, dateOrder: dateOrderOf(columns, rows), noEnd: 'policy' }
}

function dateOrderOf(columns: Partial<Record<OpeningField, number>>, rows: readonly (readonly string[])[]): DateOrder | null {
  const watch = createOrderWatch()
  for (const column of [columns.earned, columns.expires]) if (column !== undefined) for (const cells of rows) watch.see((cells[column] ?? '').trim())
  return watch.found().order ?? null
}

/** What is missing before the file can be read. */
export function gapsOf({ columns }: OpeningMapping): readonly ('member' | 'amount')[] {
  const hasMember = (['phone', 'email', 'openid', 'unionid', 'card', 'customer'] as const).some((field) => columns[field] !== undefined)
  return [...(hasMember ? [] : ['member' as const]), ...(columns.amount === undefined && columns.growth === undefined ? ['amount' as const] : [])]
}
