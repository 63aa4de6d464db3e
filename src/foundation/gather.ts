/**
 * Look-ups that are asked for at the same time are one statement. One is under way at most; whoever asks meanwhile is answered by the next, so that no answer
 * is older than its question.
 */
export function gather<V>(load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>): (key: string) => Promise<V | undefined> {
  interface Next { readonly keys: Set<string>, readonly found: Promise<ReadonlyMap<string, V>> }
  let next: Next | undefined
  let last: Promise<unknown> = Promise.resolve()
  const open = (): Next => {
    const keys = new Set<string>()
    const found = last.then(() => new Promise((resolve) => { setImmediate(resolve) })).then(() => {
      next = undefined
      return load([...keys])
    })
    last = found.catch(() => undefined)
    return { keys, found }
  }
  return async (key) => {
    next ??= open()
    next.keys.add(key)
    return (await next.found).get(key)
  }
}
