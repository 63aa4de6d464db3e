import type { Sentence } from '#foundation/words.ts'

export const rewardsPageWords = {
  title: { zh: '礼品与权益', en: 'Rewards' },
  question: { zh: '哪些礼品让会员回来，花了多少？', en: 'Which rewards bring members back, and what do they cost?' },
  answer: {
    zh: '一年来会员领了 {n} 份礼品，收回 {points} 积分，成本 {cost}；领后 {days} 天内 {share} 又来购买（{watched} 份到期可看）。',
    en: 'In a year members took {n} {n1|reward|rewards}, paid {points} points, at a cost of {cost}; within {days} days {share} bought again (of {watched} whose days are over).'
  },
  answerEarly: { zh: '一年来会员领了 {n} 份礼品，收回 {points} 积分，成本 {cost}；领后满 {days} 天的还没有，暂看不出是否回来。', en: 'In a year members took {n} {n1|reward|rewards}, paid {points} points, at a cost of {cost}; none is {days} days old yet, so whether they come back is not known.' },
  answerNone: { zh: '目录里有 {n} 种礼品，还没有人领过。', en: 'The catalogue has {n} {n1|reward|rewards}; nobody has taken one yet.' },
  proof: { zh: '又来的比例不是效果的证明：会领礼品的本来就是常客。效果要与留出的对照比。', en: 'Coming back is no proof of an effect: those who take rewards are regulars anyway. An effect needs a control group.' },
  empty: { zh: '还没有礼品', en: 'No rewards yet' },
  emptyWhy: { zh: '会员用积分换的礼品、集满送的印花卡、买几件送一件的优惠、生日礼、以旧换新、里程和同行权益都在这里定。先定一种礼品。', en: 'Here you set what members get for points, stamp cards, buy-some-get-some offers, birthday gifts, trade-ins, mileage and companion benefits. Begin with one reward.' },
  catalogue: { zh: '礼品目录', en: 'Catalogue' }, orders: { zh: '待交付', en: 'To hand over' }, cards: { zh: '印花卡', en: 'Stamp cards' }, offers: { zh: '优惠', en: 'Offers' }, benefits: { zh: '其他权益', en: 'Other benefits' },
  sections: { zh: '分类', en: 'Sections' },
  newReward: { zh: '新建礼品', en: 'New reward' }, newCard: { zh: '新建印花卡', en: 'New stamp card' }, newOffer: { zh: '新建优惠', en: 'New offer' }, newBenefit: { zh: '新建权益', en: 'New benefit' },
  reward: { zh: '礼品', en: 'Reward' }, name: { zh: '名称', en: 'Name' }, price: { zh: '价格', en: 'Price' }, stock: { zh: '库存', en: 'In stock' }, taken: { zh: '已领', en: 'Taken' }, points: { zh: '收回积分', en: 'Points taken in' }, cost: { zh: '成本', en: 'Cost' },
  cameBack: { zh: '{days} 天内又来', en: 'Back in {days} days' }, cameBackWhy: { zh: '领取后 {days} 天内又有购买的份数，占已满 {days} 天的份数。', en: 'Orders after which the member bought again within {days} days, of those that are {days} days old.' },
  tooEarly: { zh: '未满期', en: 'too early' }, notKept: { zh: '不限', en: 'no limit' }, onlyGiven: { zh: '只赠送', en: 'given only' }, stopped: { zh: '已停用', en: 'stopped' }, option: { zh: '{points} 分', en: '{points} points' }, optionMoney: { zh: '{points} 分 + {money}', en: '{points} points + {money}' },
  addStock: { zh: '入库', en: 'Stock in' }, noneOpen: { zh: '没有待交付的礼品。', en: 'Nothing is waiting to be handed over.' },
  code: { zh: '取货码', en: 'Code' }, member: { zh: '会员', en: 'Member' }, state: { zh: '状态', en: 'State' }, when: { zh: '时间', en: 'When' }, store: { zh: '门店', en: 'Store' }, why: { zh: '来由', en: 'From' }, deeds: { zh: '操作', en: 'Do' },
  ready: { zh: '备好', en: 'Ready' }, fulfil: { zh: '交付', en: 'Hand over' }, fulfilMoney: { zh: '收 {money} 并交付', en: 'Take {money}, hand over' }, cancel: { zh: '取消', en: 'Cancel' }, cancelWhy: { zh: '取消“{title}”？退回 {points} 积分、库存和次数。', en: 'Cancel "{title}"? {points} points, the stock and the limit are given back.' },
  cancelYes: { zh: '取消兑换', en: 'Cancel it' }, keepIt: { zh: '保留', en: 'Keep it' },
  search: { zh: '输入取货码', en: 'Enter a code' }, nameless: { zh: '未留名', en: 'No name' },
  collects: { zh: '集卡人数', en: 'Collecting' }, given: { zh: '印花', en: 'Stamps' }, fulls: { zh: '集满', en: 'Full cards' }, debt: { zh: '退货后欠', en: 'Owed after returns' }, rule: { zh: '规则', en: 'Rule' },
  noCards: { zh: '还没有印花卡', en: 'No stamp card yet' }, noCardsWhy: { zh: '例如“住十送一”：每次消费盖一个印花，集满十个送一份礼品。退货会收回印花。', en: 'Such as "stay ten, get one": each purchase gives a stamp, ten give a reward. Returns take stamps back.' },
  used: { zh: '享用订单', en: 'Orders' }, off: { zh: '让利', en: 'Given off' },
  noOffers: { zh: '还没有优惠', en: 'No offer yet' }, noOffersWhy: { zh: '买二送一、第二件半价、买得多减得多、30 天内第五次减一成：在收银时自动算，退货时按留下的商品重算。', en: 'Buy two get one, the second half price, more for more, every fifth purchase a tenth off: worked out at the till, and again when goods come back.' },
  noBenefits: { zh: '还没有其他权益', en: 'No other benefit yet' }, noBenefitsWhy: { zh: '生日礼、满额赠、以旧换新、里程奖励、同行权益。先在目录里定好要送的礼品。', en: 'Birthday gifts, gifts with a purchase, trade-ins, mileage, companion benefits. Put what they give into the catalogue first.' },
  firstReward: { zh: '先建一种要送的礼品。', en: 'First make the reward that it gives.' },
  kind: { zh: '种类', en: 'Kind' }, tradeIns: { zh: '收下的旧物', en: 'Items taken in' }, item: { zh: '旧物', en: 'Item' }, serial: { zh: '序列号', en: 'Serial' }, credit: { zh: '抵扣', en: 'Credit' }, creditUsed: { zh: '已用', en: 'Used' }, withdrawn: { zh: '已取回', en: 'taken back' },
  companions: { zh: '同行登记', en: 'Register of companions' }, companion: { zh: '同行人', en: 'Companion' }, anonymous: { zh: '未记名', en: 'not named' }, undone: { zh: '已撤销', en: 'undone' }
} satisfies Record<string, Sentence>

export const kindWords: Readonly<Record<'reward' | 'stamp_card' | 'offer' | 'gift' | 'trade_in' | 'mileage' | 'companion', Sentence>> = {
  reward: { zh: '礼品', en: 'Reward' }, stamp_card: { zh: '印花卡', en: 'Stamp card' }, offer: { zh: '优惠', en: 'Offer' }, gift: { zh: '赠礼', en: 'Gift' }, trade_in: { zh: '以旧换新', en: 'Trade-in' }, mileage: { zh: '里程', en: 'Mileage' }, companion: { zh: '同行权益', en: 'Companion benefit' }
}

export const originWords: Readonly<Record<'redeemed' | 'stamps' | 'gift' | 'mileage' | 'companion', Sentence>> = {
  redeemed: { zh: '积分兑换', en: 'For points' }, stamps: { zh: '集满印花', en: 'Full stamp card' }, gift: { zh: '赠礼', en: 'Gift' }, mileage: { zh: '里程达标', en: 'Mileage level' }, companion: { zh: '同行权益', en: 'Companion benefit' }
}
