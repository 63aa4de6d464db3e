/** What a column of an order file can mean, and the headers under which Chinese and English systems export it. */
export const fieldNames = [
  'number', 'time', 'clock', 'phone', 'email', 'openid', 'unionid', 'card', 'marketplace', 'customer', 'name', 'product', 'productName', 'category', 'quantity',
  'unitPrice', 'amount', 'total', 'discount', 'refunded', 'unitCost', 'cost', 'store', 'channel', 'currency', 'status', 'kind', 'undoes', 'country', 'region'
] as const
export type Field = (typeof fieldNames)[number]

/** A header without case, blanks and punctuation: `Customer ID`, `customer_id` and `CustomerID` are one. */
export const plainHeader = (header: string): string => header.normalize('NFKC').toLowerCase().replace(/[\s_\-.#:'"()（）[\]【】/\\*]/g, '')

const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '')

/** Exact names, best first: where two columns claim a field, the earlier name wins. */
export const headerNames: Readonly<Record<Field, readonly string[]>> = {
  number: list(`订单编号 订单号 订单id 主订单编号 父订单号 交易单号 交易号 单号 单据号 单据编号 小票号 小票编号 销售单号 流水号 invoiceno invoice invoicenumber orderno ordernumber orderid order
    ordername receipt receiptno receiptnumber transactionid transactionno basketid ticket ticketno saleid documentno billno bestellnummer`),
  time: list(`付款时间 支付时间 订单付款时间 买家付款时间 成交时间 交易时间 下单时间 订单创建时间 订单时间 创建时间 销售时间 消费时间 购买时间 购买日期 下单日期 订单日期 交易日期 销售日期 消费日期 日期 时间
    invoicedate orderdate orderedat purchasedate purchasedat transactiondate transactiontime transactiontimestamp paidat createdat datecreated dateplaced date datetime timestamp day saledate
    ordertime time datum`),
  clock: list('时刻 下单时刻 交易时刻 销售时刻 ordertimeofday clock'),
  phone: list(`会员手机 会员手机号 买家手机 买家手机号 买家手机号码 客户手机 客户手机号 顾客手机 手机 手机号 手机号码 联系手机 收货人手机 收货人手机号 收货人手机号提货人手机号 联系电话 电话 客户电话 会员电话
    phone phonenumber mobile mobilephone mobilenumber customerphone cellphone tel telephone phonebilling billingphone`),
  email: list('邮箱 电子邮箱 电子邮件 客户邮箱 会员邮箱 email emailaddress customeremail emailbilling billingemail mail'),
  openid: list('openid 微信openid wxopenid wechatopenid'),
  unionid: list('unionid 微信unionid wxunionid wechatunionid'),
  card: list('会员卡号 会员卡 卡号 vip卡号 membercard membercardno cardno cardnumber loyaltycard'),
  marketplace: list('买家会员名 买家昵称 买家账号 买家id 买家旺旺 旺旺 下单帐号 下单账号 用户昵称 淘宝会员名 buyernick buyerid buyer buyername buyeraccount username'),
  customer: list(`会员编号 会员号 会员id 客户编号 客户号 客户id 顾客编号 顾客id 用户id 用户编号 会员 客户 顾客 customerid customerno customernumber customercode customer clientid memberid memberno userid
    householdid masterid custid cust kundennummer kunde`),
  name: list(`会员姓名 客户姓名 客户名称 顾客姓名 买家姓名 收货人姓名 收货人 收货人提货人 姓名 customername fullname clientname membername billingname shippingname name firstnamebilling`),
  product: list(`商品编码 商品编号 商品id 货号 款号 商家编码 sku编码 规格编码 skuid sku 产品编号 产品编码 条码 商品条码 stockcode productid productcode productno productsku itemid itemcode itemno itemsku
    lineitemsku article articleno barcode artikelnummer`),
  productName: list(`商品名称 商品标题 宝贝标题 宝贝名称 商品 品名 产品名称 产品 货品名称 标题 description productname product producttitle itemname item itemdescription lineitemname artikel`),
  category: list('商品类目 商品类别 商品分类 类目 品类 类别 分类 大类 category productcategory itemcategory department subcategory producttype warengruppe'),
  quantity: list(`数量 购买数量 商品数量 订购数量 宝贝总数量 销售数量 件数 商品件数 quantity qty units lineitemquantity itemquantity quantityordered cds numberofcds menge`),
  unitPrice: list('单价 商品单价 价格 销售单价 京东价 成交单价 零售价 unitprice price itemprice lineitemprice itemcost sellingprice preis'),
  amount: list(`商品实际成交金额 商品实付金额 商品金额 小计 行金额 金额 实付金额 成交金额 销售金额 销售额 消费金额 支付金额 付款金额 实收金额 amount lineamount linetotal linesubtotal itemtotal sales salesvalue
    salesamount revenue value spend spending dollarvalue betrag umsatz`),
  total: list(`买家实际支付金额 订单实付金额 订单实付 应付金额 订单应付金额 实际支付金额 订单金额 订单总额 订单总金额 总金额 总额 合计 合计金额 结算金额 买家应付货款 subtotal ordertotal ordertotalamount ordersubtotalamount
    orderamount total totalamount totalprice grandtotal paymentamount summe gesamt gesamtbetrag`),
  discount: list('优惠金额 折扣金额 优惠 商品优惠 discountamount linediscount lineitemdiscount'),
  refunded: list('退款金额 已退款金额 退款 refundedamount orderrefundamount refund refundamount'),
  unitCost: list('成本价 单位成本 进价 进货价 unitcost costprice'),
  cost: list('成本 成本金额 商品成本 cost linecost totalcost cogs'),
  store: list('店铺 店铺名称 门店 门店名称 门店编码 归属店铺 归属网点 商店 store storename storeid storecode shop shopname branch outlet filiale'),
  channel: list('渠道 销售渠道 订单来源 来源 下单渠道 channel saleschannel source platform'),
  currency: list('币种 货币 currency currencycode'),
  status: list('订单状态 交易状态 状态 商品状态 orderstatus financialstatus paymentstatus status'),
  kind: list('单据类型 交易类型 业务类型 销售类型 transactiontype ordertype documenttype saletype'),
  undoes: list('原订单号 原单号 关联订单号 原订单编号 退货原单号 originalorder originalorderid originalinvoice originalreceipt returnof refundof parentorder'),
  country: list('国家 国家地区 country countryname billingcountry shippingcountry land'),
  region: list('地区 省份 省 城市 收货省份 收货人省份 所在地区 收货地址 region province state city district')
}
