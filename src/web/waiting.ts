interface Stamped { readonly stamp: { readonly n: number } }

/** An answer over nobody may only be early: an import has just ended and insight follows in seconds. So the page looks again by itself until somebody is there. */
export const untilThere = (query: { readonly state: { readonly data?: Stamped | undefined } }): number | false => (query.state.data?.stamp.n === 0 ? 2_000 : false)
