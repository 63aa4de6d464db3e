/**
 * Data for the benchmarks, always the same: a million customers with ten million orders as Parquet and CSV, and a file of a million order lines.
 * Made by DuckDB from range() and its hash function, kept in the cache folder; the file's name says what it is made of.
 */
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { openDuckEngine } from '#foundation/engine.ts'
import type { Setting } from './bench.ts'

export interface Purchases {
  readonly customers: number
  readonly orders: number
  /** customer_id, order_id, number, at (UTC), day, channel, category, total_minor, cost_minor; in the order of `at`. */
  readonly parquet: string
  /** The same with a header, for COPY. */
  readonly csv: string
  readonly lastDay: string
}

export interface OrderFile { readonly path: string, readonly lines: number, readonly orders: number, readonly customers: number }

const lastDay = '2026-06-30'
const version = 1

/** Uniform in [0, 1): a different number for each row and salt. */
const uniform = (row: string, salt: number): string => `((hash(${row} * 16 + ${salt}) >> 11)::double / 9007199254740992)`
const uuid = (prefix: string, number: string): string => `printf('01900000-${prefix}-7000-8000-%012x', ${number})::uuid`

/** 1,000,000 customers, 10,000,000 orders at scale 1: heavy buyers and one-timers, lives that begin and end, sales over two years. */
export async function purchases(setting: Setting): Promise<Purchases> {
  const customers = Math.round(1_000_000 * setting.scale)
  const orders = customers * 10
  const parquet = join(setting.cache, `purchases-${orders}-v${version}.parquet`)
  const csv = join(setting.cache, `purchases-${orders}-v${version}.csv`)
  if (!existsSync(csv)) {
    setting.say(`making ${orders} orders of ${customers} customers (once)`)
    const duck = await openDuckEngine(':memory:', { memoryLimit: '4GB', tempDirectory: setting.cache })
    // The first order of everyone; then the rest to seven in ten, few heavily and many hardly; each within a life of its own.
    await duck.run(`copy (
      with pick as (
        select k, case when k < ${customers} then k else floor(0.7 * ${customers} * ${uniform('k', 1)} ** 1.5)::bigint end as c from range(${orders}) t(k)
      ), life as (
        select k, c, 620 * ${uniform('c', 2)} as born, least(730 - 620 * ${uniform('c', 2)}, 20 + 500 * -ln(1 - ${uniform('c', 3)})) as span from pick
      ), moment as (
        select k, c, timestamp '2024-07-01 00:00:00' + to_seconds(floor(86400 * (born + span * case when k < ${customers} then 0 else ${uniform('k', 4)} end))) as local from life
      )
      select ${uuid('0001', 'c')} as customer_id, ${uuid('0002', 'k')} as order_id, printf('B%010d', k) as number,
        local - interval 8 hour as at, local::date as day,
        (['门店', '小程序', '天猫', '抖音'])[1 + (hash(k * 16 + 5) % 4)::int] as channel,
        (['绿茶', '红茶', '乌龙茶', '白茶', '花茶', '茶具'])[1 + (hash(k * 16 + 6) % 6)::int] as category,
        (round(exp(3.2 + 1.6 * ${uniform('k', 7)} + 0.8 * ${uniform('c', 8)}), 2) * 10000)::bigint as total_minor,
        (round(exp(2.3 + 1.6 * ${uniform('k', 7)} + 0.8 * ${uniform('c', 8)}), 2) * 10000)::bigint as cost_minor
      from moment order by local, k
    ) to '${parquet}' (format parquet)`)
    await duck.run(`copy (select * from read_parquet('${parquet}')) to '${csv}.part' (format csv, header, timestampformat '%Y-%m-%d %H:%M:%S+00')`)
    await duck.close()
    renameSync(`${csv}.part`, csv)
  }
  return { customers, orders, parquet, csv, lastDay }
}

/** An order file of 1,000,000 lines at scale 1, as a shop's own system would write it: UTF-8, Chinese header, two or three lines an order. */
export async function orderFile(setting: Setting): Promise<OrderFile> {
  const lines = Math.round(1_000_000 * setting.scale)
  const orders = Math.ceil(lines / 2.5)
  const customers = Math.ceil(orders / 4)
  const path = join(setting.cache, `orders-${lines}-v${version}.csv`)
  if (!existsSync(path)) {
    setting.say(`making a file of ${lines} order lines (once)`)
    const duck = await openDuckEngine(':memory:')
    // Orders take 2 and 3 lines in turn, so a line's order is known without a sum.
    await duck.run(`copy (
      with line as (select i, (i // 5) * 2 + (i % 5 >= 2)::int as k from range(${lines}) t(i)),
      bought as (select i, k, floor(${customers} * ${uniform('k', 1)} ** 1.5)::bigint as c, 1 + (hash(i * 16 + 2) % 400)::int as p, 1 + (hash(i * 16 + 3) % 5 // 4 * 2)::int as q from line)
      select printf('D%09d', k) as 订单编号,
        strftime(timestamp '2024-07-01 09:00:00' + to_seconds(floor(63000000.0 * k / ${orders})), '%Y-%m-%d %H:%M:%S') as 下单时间,
        printf('162000%05d', c % 100000) as 手机号, '顾客' || c as 姓名,
        printf('P%04d', p) as 商品编码, '茶叶 ' || p as 商品名称, (['绿茶', '红茶', '乌龙茶', '白茶'])[1 + p % 4] as 商品分类,
        q as 数量, printf('%.2f', q * (10 + p * 0.9)) as 金额, (['门店', '小程序', '天猫'])[1 + (k % 3)::int] as 渠道
      from bought order by i
    ) to '${path}.part' (format csv, header)`)
    await duck.close()
    renameSync(`${path}.part`, path)
  }
  return { path, lines, orders, customers }
}
