/** DuckDB only: staged files to tables, and tables to the columns of the warehouse. */
const text = (path: string): string => `'${path.replaceAll("'", "''")}'`

const readText = (path: string, columns: string): string =>
  `read_csv(${text(path)}, delim = '\\t', header = false, quote = '', escape = '', nullstr = '\\N', auto_detect = false, max_line_size = 8000000, columns = {${columns}})`

/** COPY's escapes in names and numbers undone. */
const plain = (column: string): string =>
  `case when contains(${column}, '\\') then replace(replace(replace(replace(${column}, '\\t', chr(9)), '\\n', chr(10)), '\\r', chr(13)), '\\\\', '\\') else ${column} end`

export const stagingTables = (paths: Readonly<Record<'order' | 'line' | 'customer', string>>): readonly string[] => [
  'create schema staged',
  `create table staged.order as select customer_id, order_id, kind, ${plain('number')} as number, "at", day, ${plain('channel')} as channel, ${plain('store')} as store, currency, total_minor,
    ${plain('undoes_number')} as undoes_number, anonymous = 't' as anonymous
  from ${readText(paths.order, `'customer_id': 'UUID', 'order_id': 'UUID', 'kind': 'VARCHAR', 'number': 'VARCHAR', 'at': 'TIMESTAMPTZ', 'day': 'DATE', 'channel': 'VARCHAR', 'store': 'VARCHAR', 'currency': 'VARCHAR',
    'total_minor': 'BIGINT', 'undoes_number': 'VARCHAR', 'anonymous': 'VARCHAR'`)}`,
  `create table staged.line as select customer_id, order_id, line_no, ${plain('product')} as product, ${plain('name')} as name, ${plain('category')} as category, quantity, amount_minor, cost_minor
  from ${readText(paths.line, `'customer_id': 'UUID', 'order_id': 'UUID', 'line_no': 'INTEGER', 'product': 'VARCHAR', 'name': 'VARCHAR', 'category': 'VARCHAR', 'quantity': 'DOUBLE', 'amount_minor': 'BIGINT',
    'cost_minor': 'BIGINT'`)}`,
  `create table staged.customer as select customer_id, ${plain('name')} as name, ${plain('region')} as region, created_day
  from ${readText(paths.customer, "'customer_id': 'UUID', 'name': 'VARCHAR', 'region': 'VARCHAR', 'created_day': 'DATE'")}`
]

/** The schema is the caller's to name: the one in which its analytical statements look. */
export const insightTables = (schema: string): readonly string[] => [
  `create schema ${schema}`,
  `create table ${schema}.purchase as
  with sums as (
    select order_id, coalesce(sum(amount_minor) filter (where quantity > 0 and amount_minor > 0), 0) as clean_minor,
      case when count(*) = count(cost_minor) then sum(cost_minor) end as cost_minor
    from staged.line group by order_id
  ), categories as (
    select order_id, arg_max(category, (money, category)) as category
    from (select order_id, category, sum(amount_minor) as money from staged.line where category is not null group by order_id, category) group by order_id
  ), refunds as (
    select undoes_number as number, sum(greatest(-total_minor, 0)) as refunded_minor from staged.order where undoes_number is not null group by undoes_number
  )
  select o.customer_id, o.order_id, o.day, o."at", case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous, o.total_minor as gross_minor,
    case when o.kind = 'sale' then s.clean_minor else 0 end::bigint as clean_minor,
    case when o.kind = 'sale' then coalesce(r.refunded_minor, 0) else 0 end::bigint as refunded_minor,
    s.cost_minor::bigint as cost_minor, o.channel, case when o.store is not null then md5(o.store)::uuid end as store_id, c.category,
    u.order_id as undoes_order_id
  from staged.order o
  left join staged.order u on u.number = o.undoes_number and u.kind = 'sale'
  left join sums s on s.order_id = o.order_id left join categories c on c.order_id = o.order_id left join refunds r on r.number = o.number
  order by o.customer_id, o.day`,
  `create table ${schema}.line as
  select l.customer_id, l.order_id, l.line_no, o.day, case when o.kind = 'sale' then 'sale' else 'refund' end as kind, o.anonymous, l.product, l.category, l.quantity, l.amount_minor, l.cost_minor
  from staged.line l join staged.order o using (order_id)`,
  `create table ${schema}.customer as select customer_id, name, region, created_day from staged.customer`
]
