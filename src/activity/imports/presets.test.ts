/** The exports people really send, in the shape of each platform: the columns as it names them, its encodings, blanks and states. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { buildTestHouse, type TestHouse } from '#test/house.ts'

let test: TestHouse
beforeAll(async () => { test = await buildTestHouse() })
afterAll(() => test.close())

async function importing(name: string, content: string | Buffer) {
  const edge = randomUUID()
  const body = Buffer.concat([
    Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`), Buffer.from(content), Buffer.from(`\r\n--${edge}--\r\n`)
  ])
  const found = (await test.app.inject({ method: 'POST', url: '/api/imports', payload: body, headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'accept-language': 'en' } })).json()
  const started = (await test.ask('POST', `/api/imports/${found.id}/start`)).json()
  await test.house.queue.ended(started.runId)
  return { preset: found.mapping?.preset, ...(await test.ask('GET', `/api/imports/${found.id}`)).json() }
}

/** GBK is only read by the platform, so the way back is looked up in what it reads. */
const codes = new Map<string, readonly [number, number]>()
const reading = new TextDecoder('gbk')
for (let high = 0x81; high < 0xff; high += 1) for (let low = 0x40; low < 0xff; low += 1) codes.set(reading.decode(Uint8Array.of(high, low)), [high, low])
const gbk = (text: string): Buffer => Buffer.from([...text].flatMap((letter) => codes.get(letter) ?? [letter.charCodeAt(0)]))

const orders = async (source: string) => (await sql<Record<string, unknown>>`
  select o.number, o.kind, o.total_minor::text as total, o.day::text as day, c.name, (select string_agg(i.kind || ' ' || i.value, ', ' order by i.kind) from identity.identity i where i.customer_id = o.customer_id) as known,
    (select string_agg(l.product || ' ' || trim_scale(l.quantity) || ' ' || l.amount_minor, ', ' order by l.line_no) from orders.line l where l.customer_id = o.customer_id and l.order_id = o.order_id) as lines
  from orders.order o left join record.customer c on c.customer_id = o.customer_id where o.source = ${source} order by o.number, o.kind`.execute(test.house.db)).rows

describe('the usual exports', () => {
  it('Taobao and Tmall: GBK, numbers in formulas, one row an order, a refund in a column, closed orders', async () => {
    const found = await importing('ExportOrderList.csv', gbk([
      '订单编号,买家会员名,买家应付货款,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称,退款金额',
      '="3001",tb_1,100.00,108.00,88.00,交易成功,王小明,浙江省 杭州市 西湖区 文三路1号,\'13800000001,2026-03-01 09:58:00,2026-03-01 10:00:00,茉莉花茶,2,旗舰店,0.00',
      '="3002",tb_2,50.00,50.00,50.00,交易成功,李四,上海市 上海市 黄浦区 南京路1号,\'13800000002,2026-03-02 09:58:00,2026-03-02 10:00:00,红茶,1,旗舰店,20.00',
      '="3003",tb_3,50.00,50.00,0.00,交易关闭,张三,上海市 上海市 黄浦区 南京路2号,\'13800000003,2026-03-02 09:58:00,,红茶,1,旗舰店,0.00', ''
    ].join('\r\n')))
    expect(found.preset).toBe('taobao')
    expect(await orders('taobao')).toMatchObject([
      { number: '3001', kind: 'sale', total: '880000', day: '2026-03-01', name: '王小明', known: 'marketplace taobao:tb_1, phone +8613800000001' },
      { number: '3002', kind: 'sale', total: '500000', day: '2026-03-02' }, { kind: 'return', total: '-200000', day: '2026-03-02' }
    ])
  })

  it('JD: one row a product, the total on each', async () => {
    const found = await importing('jd.csv', [
      '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,应付金额,订单状态,下单帐号,客户姓名,客户地址,联系电话',
      '7001,100,茶壶,1,在线支付,2026-03-05 10:00:00,80.00,130.00,130.00,120.00,完成,jd_1,陈一,北京市 北京市 朝阳区,13900000001',
      '7001,101,茶杯,2,在线支付,2026-03-05 10:00:00,25.00,130.00,130.00,120.00,完成,jd_1,陈一,北京市 北京市 朝阳区,13900000001', ''
    ].join('\n'))
    expect(found.preset).toBe('jd')
    expect(await orders('jd')).toMatchObject([{ number: '7001', total: '1200000', day: '2026-03-05', name: '陈一', known: 'marketplace jd:jd_1, phone +8613900000001', lines: '100 1 738462, 101 2 461538' }])
  })

  it('Youzan: the amount paid for each product', async () => {
    const found = await importing('youzan.csv', [
      '订单号,订单状态,订单创建时间,买家付款时间,买家姓名,买家手机号,收货人/提货人,收货人手机号/提货人手机号,归属店铺,商品名称,商品编码,商品单价,商品数量,商品实际成交金额',
      'E2026,交易完成,2026-03-06 09:00:00,2026-03-06 09:01:00,周五,13700000001,周五,13700000001,总店,拿铁,LATTE,30.00,2,54.00',
      'E2026,交易完成,2026-03-06 09:00:00,2026-03-06 09:01:00,周五,13700000001,周五,13700000001,总店,可颂,CROI,12.00,1,12.00', ''
    ].join('\n'))
    expect(found.preset).toBe('youzan')
    expect(await orders('youzan')).toMatchObject([{ number: 'E2026', total: '660000', name: '周五', known: 'phone +8613700000001', lines: 'LATTE 2 540000, CROI 1 120000' }])
  })

  it('Shopify: what is the order’s stands on its first row only; a partial refund', async () => {
    const found = await importing('orders_export.csv', [
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Country,Phone,Refunded Amount',
      '#1001,Ann@Example.com,partially_refunded,2026-03-01 10:00:00 +0800,fulfilled,CNY,60.00,5.00,0.00,65.00,0.00,2026-03-01 09:59:00 +0800,2,Green tea,20.00,TEA,Ann Lee,CN,,20.00',
      '#1001,ann@example.com,,,,,,,,,,2026-03-01 09:59:00 +0800,1,Cup,20.00,CUP,,,,', ''
    ].join('\n'))
    expect(found.preset).toBe('shopify')
    expect(await orders('shopify')).toMatchObject([
      { number: '#1001', kind: 'sale', total: '600000', day: '2026-03-01', name: 'Ann Lee', known: 'email ann@example.com', lines: 'TEA 2 400000, CUP 1 200000' }, { kind: 'return', total: '-200000' }
    ])
  })

  it('WooCommerce: one row a product, states in words', async () => {
    const found = await importing('orders-export.csv', [
      'Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),Phone (Billing),Country Code (Billing),Order Total Amount,SKU,Item Name,Quantity,Item Cost,Category',
      '501,Completed,2026-03-07 12:00,Bo,bo@example.com,,CN,50,OOLONG,Oolong,1,30,Tea', '501,Completed,2026-03-07 12:00,Bo,bo@example.com,,CN,50,CUP,Cup,2,10,Ware',
      '502,Failed,2026-03-08 12:00,Cy,cy@example.com,,CN,30,OOLONG,Oolong,1,30,Tea', ''
    ].join('\n'))
    expect(found.preset).toBe('woocommerce')
    expect(await orders('woocommerce')).toMatchObject([{ number: '501', total: '500000', name: 'Bo', known: 'email bo@example.com', lines: 'OOLONG 1 300000, CUP 2 200000' }])
  })
})
