import { TimelineCard } from './activity/events/events.card.tsx'
import { PurchasesCard } from './activity/orders/orders.card.tsx'
import { customerPage } from './customers/record/record.customer.page.tsx'
import { BehaviourCard } from './insights/behaviour/behaviour.card.tsx'
import { LifecycleCard } from './insights/lifecycle/lifecycle.card.tsx'
import { MergingWallets } from './loyalty/points/points.merging.tsx'
import { WalletCard } from './loyalty/points/points.card.tsx'
import { VouchersCard } from './loyalty/vouchers/vouchers.card.tsx'
import { TierCard } from './loyalty/tiers/tiers.card.tsx'
import { RewardsCard } from './loyalty/rewards/rewards.card.tsx'
import { PredictionCard } from './insights/prediction/prediction.card.tsx'
import { RfmCard } from './insights/rfm/rfm.card.tsx'

/** The customer page with the cards of the house: the slices that draw them lie to the right of the record. One line a card. */
export const CustomerPage = customerPage([
  { key: 'lifecycle', right: 'lifecycle.read', place: 'side', Card: LifecycleCard },
  { key: 'prediction', right: 'prediction.read', place: 'side', Card: PredictionCard },
  { key: 'tiers', right: 'tiers.read', place: 'side', Card: TierCard },
  { key: 'points', right: 'points.read', place: 'side', Card: WalletCard },
  { key: 'vouchers', right: 'vouchers.read', place: 'side', Card: VouchersCard },
  { key: 'rewards', right: 'rewards.read', place: 'side', Card: RewardsCard },
  { key: 'purchases', right: 'orders.read', place: 'side', Card: PurchasesCard },
  { key: 'rfm', right: 'rfm.read', place: 'side', Card: RfmCard },
  { key: 'behaviour', right: 'behaviour.read', place: 'side', Card: BehaviourCard },
  { key: 'timeline', right: 'record.read', place: 'wide', Card: TimelineCard }
], [
  { key: 'points', right: 'points.read', Part: MergingWallets }
])
