/**
 * The lines that were sold: those with a quantity and an amount above zero, of the purchases that count. A piece that came back out of an order that still
 * counts is not taken off: what was chosen is asked here, not what was kept.
 */
import { saleSource, type Scope, type Source } from '../warehouse/warehouse.ts'

interface Wish {
  /** Lines of the scope's category only, and not all lines of the orders that are mainly of it. */
  readonly ofCategory?: boolean
  /** The sale has its moment too. */
  readonly at?: boolean
}

/** `sale` with its order, and `sold(customer_id, order_id, day, product, category, quantity, amount_minor)`. */
export function soldSource(scope: Scope, { ofCategory = true, at = false }: Wish = {}): Source {
  const sale = saleSource({ ...scope, also: at ? ['order_id', 'at'] : ['order_id'] })
  const narrowed = [
    ...(scope.windowDays === undefined ? [] : ['l.day > cast($since as date)']),
    ...(scope.customer === undefined ? [] : ['l.customer_id = cast($customer as uuid)']),
    ...(!ofCategory || scope.category === undefined ? [] : ["(l.category = $category or starts_with(l.category, $category || '/') or starts_with(l.category, $category || ' > '))"])
  ].map((condition) => ` and ${condition}`).join('')
  return {
    params: sale.params,
    ctes: `${sale.ctes}, sold as (
  select l.customer_id, l.order_id, l.day, l.product, l.category, l.quantity, l.amount_minor
  from warehouse.line l join sale s on s.customer_id = l.customer_id and s.order_id = l.order_id
  where l.kind = 'sale' and not l.anonymous and l.quantity > 0 and l.amount_minor > 0 and l.day <= cast($asOf as date)${narrowed}
)`
  }
}
