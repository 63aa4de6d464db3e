/**
 * What is true of the synthetic chain: the parameters from which it is drawn. Tests compare what the product says about the sample with these.
 *
 * Purchases follow Schmittlein, Morrison and Colombo's process (1987, "Counting your customers"): after the first order a member buys as a Poisson
 * process with a rate of their own, until they leave for good at a moment nobody sees. Rates are gamma distributed over members, and so are the
 * rates of leaving. Time is shop time: a week of shop time is a week of average trade, so seasons and festivals stretch and squeeze it; over the
 * whole span it equals calendar time.
 */
export const sampleTruth = {
  seed: 20_260_101,
  days: 730,
  members: 20_000,
  prospects: 1_200,
  walkIns: 9_000,
  /** Orders per week of a living member: Gamma(shape, weeks), mean shape ÷ weeks. */
  buying: { shape: 0.8, weeks: 7 },
  /** Rate of leaving per week: Gamma(shape, weeks); the share still there after t weeks is (weeks ÷ (weeks + t)) ^ shape. */
  leaving: { shape: 0.6, weeks: 12 },
  share: {
    kinds: { consumer: 0.988, intermediary: 0.004, internal: 0.006, public_interest: 0.002 },
    genders: { female: 0.56, male: 0.4, unknown: 0.04 },
    phone: 0.97,
    email: 0.22,
    card: 0.92,
    occupation: 0.55,
    address: 0.35,
    birthday: 0.78,
    /** Of birthdays. */
    lunarBirthday: 0.18,
    /** Of birthdays: the year was not given. */
    birthYearUnknown: 0.1,
    channels: { 门店: 0.62, 小程序: 0.24, 天猫: 0.1, 抖音: 0.04 },
    /** Of orders in a store, and of orders on line that were not cancelled. */
    returned: { store: 0.022, online: 0.06 },
    /** Of orders on line. */
    cancelled: 0.035
  }
} as const

/** Share of members who have not left t weeks of shop time after their first order. */
export const stillThere = (weeks: number): number =>
  (sampleTruth.leaving.weeks / (sampleTruth.leaving.weeks + weeks)) ** sampleTruth.leaving.shape
