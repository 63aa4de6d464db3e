/** Wall-clock time of the business's zone to instants and back, fast enough for millions of rows: offsets are asked of Intl once per day that occurs. */
const dayMs = 86_400_000
const quarterMs = 900_000

export interface Wall {
  /** The instant of a wall-clock time given as if it were UTC. A time that the clocks skip moves forward, one that happens twice is the first. */
  readonly instantOf: (wallMs: number) => number
  /** The local day of an instant, `YYYY-MM-DD`. */
  readonly dayOf: (ms: number) => string
}

export function createWall(zone: string): Wall {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' })
  const quarters = new Map<number, number>()
  const days = new Map<number, number | undefined>()
  const names = new Map<number, string>()

  const offsetAt = (ms: number): number => {
    const quarter = Math.floor(ms / quarterMs)
    const known = quarters.get(quarter)
    if (known !== undefined) return known
    const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
    const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] = /([+-])(\d+)(?::(\d+))?(?::(\d+))?/.exec(name) ?? []
    const offset = (Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000) * (sign === '-' ? -1 : 1)
    quarters.set(quarter, offset)
    return offset
  }

  let lastDay = Number.NaN
  let lastOffset: number | undefined
  /** The offset of a whole day, or undefined where the clocks change within a day of it. */
  const offsetOfDay = (day: number): number | undefined => {
    if (day !== lastDay) {
      lastOffset = findOffset(day)
      lastDay = day
    }
    return lastOffset
  }
  const findOffset = (day: number): number | undefined => {
    if (days.has(day)) return days.get(day)
    const before = offsetAt((day - 1) * dayMs)
    const offset = before === offsetAt(day * dayMs) && before === offsetAt((day + 1) * dayMs) && before === offsetAt((day + 2) * dayMs) ? before : undefined
    days.set(day, offset)
    return offset
  }

  return {
    instantOf: (wallMs) => {
      const steady = offsetOfDay(Math.floor(wallMs / dayMs))
      if (steady !== undefined) return wallMs - steady
      const before = offsetAt(wallMs - dayMs)
      const after = offsetAt(wallMs + dayMs)
      if (offsetAt(wallMs - before) === before) return wallMs - before
      return offsetAt(wallMs - after) === after ? wallMs - after : wallMs - before
    },
    dayOf: (ms) => {
      const local = Math.floor((ms + (offsetOfDay(Math.floor(ms / dayMs)) ?? offsetAt(ms))) / dayMs)
      const known = names.get(local)
      if (known !== undefined) return known
      const name = new Date(local * dayMs).toISOString().slice(0, 10)
      names.set(local, name)
      return name
    }
  }
}
