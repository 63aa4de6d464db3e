/** The usual exports, recognised by headers that no other has, and what their columns mean where the names alone would mislead. */
import { plainHeader, type Field } from './fields.ts'

export interface Preset {
  readonly id: string
  readonly source: string
  /** All of these headers are present. */
  readonly marks: readonly string[]
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>
  /** Fields that this export must not be read for, whatever its headers say. */
  readonly without?: readonly Field[]
  /** Where the shop is whose data this is, for exports that are one shop's and do not say it. */
  readonly home?: { readonly country: string, readonly zone: string, readonly currency: string }
  /** The prefix of numbers that cancel the number behind it. */
  readonly cancels?: string
}

export const presets: readonly Preset[] = [
  {
    id: 'taobao', source: 'taobao', marks: ['订单编号', '买家会员名', '买家实际支付金额'],
    columns: {
      number: ['订单编号'], time: ['订单付款时间', '订单创建时间'], marketplace: ['买家会员名'], phone: ['联系手机', '联系电话'], name: ['收货人姓名'], total: ['买家实际支付金额'], productName: ['宝贝标题'],
      quantity: ['宝贝总数量'], status: ['订单状态'], refunded: ['退款金额'], store: ['店铺名称'], region: ['收货地址']
    },
    without: ['amount', 'unitPrice', 'discount', 'kind']
  },
  {
    id: 'jd', source: 'jd', marks: ['订单号', '下单帐号', '京东价'],
    columns: {
      number: ['订单号'], time: ['付款确认时间', '下单时间'], marketplace: ['下单帐号'], phone: ['联系电话'], name: ['客户姓名'], product: ['商品ID'], productName: ['商品名称'], quantity: ['订购数量'], unitPrice: ['京东价'],
      total: ['应付金额', '结算金额', '订单金额'], status: ['订单状态'], region: ['客户地址']
    },
    without: ['amount', 'discount', 'kind']
  },
  {
    id: 'youzan', source: 'youzan', marks: ['订单号', '买家手机号', '商品实际成交金额'],
    columns: {
      number: ['订单号'], time: ['买家付款时间', '订单创建时间'], phone: ['买家手机号', '收货人手机号/提货人手机号'], name: ['买家姓名', '收货人/提货人'], product: ['规格编码', '商品编码'], productName: ['商品名称'],
      quantity: ['商品数量'], unitPrice: ['商品单价'], amount: ['商品实际成交金额'], status: ['订单状态'], store: ['归属店铺', '归属网点']
    },
    without: ['total', 'discount', 'kind']
  },
  {
    id: 'shopify', source: 'shopify', marks: ['Name', 'Financial Status', 'Lineitem quantity'],
    columns: {
      number: ['Name'], time: ['Paid at', 'Created at'], email: ['Email'], phone: ['Phone', 'Billing Phone', 'Shipping Phone'], name: ['Billing Name', 'Shipping Name'], product: ['Lineitem sku'],
      productName: ['Lineitem name'], quantity: ['Lineitem quantity'], unitPrice: ['Lineitem price'], total: ['Subtotal'], refunded: ['Refunded Amount'], currency: ['Currency'], status: ['Financial Status'],
      country: ['Billing Country', 'Shipping Country'], channel: ['Source']
    },
    without: ['discount', 'amount', 'customer', 'marketplace', 'kind']
  },
  {
    id: 'woocommerce', source: 'woocommerce', marks: ['Order Number', 'Order Status', 'Email (Billing)'],
    columns: {
      number: ['Order Number'], time: ['Order Date', 'Paid Date'], email: ['Email (Billing)'], phone: ['Phone (Billing)'], name: ['Full Name (Billing)', 'First Name (Billing)'], product: ['SKU'], productName: ['Item Name'],
      quantity: ['Quantity', 'Quantity (- Refund)'], unitPrice: ['Item Cost'], total: ['Order Total Amount', 'Order Subtotal Amount'], refunded: ['Order Refund Amount'], status: ['Order Status'],
      country: ['Country Code (Billing)'], category: ['Category']
    },
    without: ['discount', 'amount', 'kind', 'customer']
  },
  {
    id: 'uci', source: 'uci', marks: ['InvoiceNo', 'StockCode', 'InvoiceDate', 'UnitPrice'],
    columns: {
      number: ['InvoiceNo'], time: ['InvoiceDate'], customer: ['CustomerID', 'Customer ID'], product: ['StockCode'], productName: ['Description'], quantity: ['Quantity'], unitPrice: ['UnitPrice'], country: ['Country']
    },
    cancels: 'C', home: { country: 'GB', zone: 'Europe/London', currency: 'GBP' }
  },
  {
    id: 'uci2', source: 'uci', marks: ['Invoice', 'StockCode', 'InvoiceDate', 'Price'],
    columns: {
      number: ['Invoice'], time: ['InvoiceDate'], customer: ['Customer ID', 'CustomerID'], product: ['StockCode'], productName: ['Description'], quantity: ['Quantity'], unitPrice: ['Price'], country: ['Country']
    },
    cancels: 'C', home: { country: 'GB', zone: 'Europe/London', currency: 'GBP' }
  },
  { id: 'rfm', source: 'file', marks: ['customer_id', 'order_date', 'revenue'], columns: { customer: ['customer_id'], time: ['order_date'], amount: ['revenue'], email: ['email'], name: ['customer_id'] } },
  { id: 'cdnow', source: 'file', marks: ['date', 'cds', 'value'], columns: { customer: ['customer_id', 'master_id', 'sample_id'], time: ['date'], quantity: ['cds'], amount: ['value'] } }
]

/** The first preset all of whose marks are among the headers. */
export function presetFor(headers: readonly string[]): Preset | undefined {
  const present = new Set(headers.map(plainHeader))
  return presets.find((preset) => preset.marks.every((mark) => present.has(plainHeader(mark))))
}
