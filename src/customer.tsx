import { TimelineCard } from './activity/events/events.card.tsx'
import { PurchasesCard } from './activity/orders/orders.card.tsx'
import { customerPage } from './customers/record/record.customer.page.tsx'

/** The customer page with the cards of the house: the slices that draw them lie to the right of the record. One line a card. */
export const CustomerPage = customerPage([
  { key: 'purchases', right: 'orders.read', place: 'side', Card: PurchasesCard },
  { key: 'timeline', right: 'record.read', place: 'wide', Card: TimelineCard }
])
