import { useCallback, useEffect, useState, type Dispatch, type SetStateAction } from 'react'

export interface Draft<Value> {
  readonly value: Value
  readonly set: Dispatch<SetStateAction<Value>>
  /** After saving or on purpose: forgets the draft. */
  readonly clear: () => void
  /** True when the form was found as the person left it: say so, and offer to start over. */
  readonly wasKept: boolean
}

/**
 * A form's values, kept in this tab's session while they differ from `initial`: a reload, a wrong click or an expired session loses nothing.
 * `check` refuses a draft of an older shape of the form.
 */
export function useDraft<Value>(name: string, initial: Value, check: (found: unknown) => found is Value): Draft<Value> {
  const key = `changke.draft.${name}`
  const [found] = useState(() => read(key, check))
  const [value, set] = useState<Value>(found ?? initial)
  useEffect(() => {
    const isChanged = JSON.stringify(value) !== JSON.stringify(initial)
    try {
      if (isChanged) sessionStorage.setItem(key, JSON.stringify(value))
      else sessionStorage.removeItem(key)
    } catch { /* storage is forbidden: the form works, it only cannot be restored */ }
  }, [key, value, initial])
  const clear = useCallback(() => set(initial), [initial])
  return { value, set, clear, wasKept: found !== undefined }
}

/** Hands a draft to the form of this name on another page: it finds it there as if it had been left. */
export function handDraft(name: string, value: unknown): void {
  try { sessionStorage.setItem(`changke.draft.${name}`, JSON.stringify(value)) } catch { /* storage is forbidden: the other form begins empty */ }
}

function read<Value>(key: string, check: (found: unknown) => found is Value): Value | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return check(found) ? found : undefined
  } catch { return undefined }
}
