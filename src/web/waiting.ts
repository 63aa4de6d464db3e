interface Stamped { readonly stamp: { readonly n: number, readonly fresh: { readonly isBehind?: boolean } } }

/**
 * An answer over nobody may only be early: an import has just ended and insight follows in seconds. So may one that says it is behind. The page looks again by
 * itself until somebody is there and every order is counted.
 */
export const untilThere = (query: { readonly state: { readonly data?: Stamped | undefined } }): number | false => {
  const stamp = query.state.data?.stamp
  if (stamp?.n === 0) return 2_000
  return stamp?.fresh.isBehind === true ? 5_000 : false
}
