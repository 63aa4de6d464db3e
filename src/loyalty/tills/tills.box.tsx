/** What was typed or scanned into the one box, and the keys that find their way there from anywhere on the page. */
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { parseMinor } from '#foundation/money.ts'

export type Entry =
  | { readonly is: 'member', readonly text: string }
  | { readonly is: 'amount', readonly minor: bigint }
  | { readonly is: 'code', readonly product: string, readonly quantity: number }
  | { readonly is: 'nothing' }

/** A member's own code, a phone, an amount of up to six digits, or else the code of goods or of a card, `CODE*3` for three. */
export function readEntry(typed: string): Entry {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return { is: 'nothing' }
  if (text.startsWith('CK1.') || /^(\+?86)?1[3-9]\d{9}$/.test(text.replace(/[\s-]/g, ''))) return { is: 'member', text }
  const amount = /^¥?(\d{1,6}(?:\.\d{1,2})?)$/.exec(text)?.[1]
  const minor = amount === undefined ? undefined : parseMinor(amount)
  if (minor !== undefined && minor > 0n) return { is: 'amount', minor }
  const [, product = text, times = '1'] = /^(\S+)[*×x](\d{1,3})$/.exec(text) ?? []
  return { is: 'code', product: product.slice(0, 200), quantity: Math.max(1, Number(times)) }
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/**
 * A scanner types wherever the focus happens to be: a key that writes goes to the box, and so does the Enter that follows it. Whoever uses the keyboard to walk the page
 * still can: only keys that write a letter are taken. What a key does changes with what is drawn, not a moment later: F9 pays as soon as its button can be pressed.
 */
export function useScanner(box: RefObject<HTMLInputElement | null>, onKey: (key: string) => boolean): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open], .ant-drawer-open') !== null) return
      if (!event.ctrlKey && !event.metaKey && !event.altKey) {
        const isElsewhere = isTyping(event.target) && event.target !== box.current
        if (event.key.length === 1 && event.key !== ' ' && !isTyping(event.target)) {
          // Focused while the key is on its way, the box takes this very letter.
          box.current?.focus()
          return
        }
        if (!isElsewhere && onKey(event.key)) event.preventDefault()
      }
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  })
}

/** A state that can be read as it is now, between two drawings too: what is scanned in quick succession must see what the one before did. */
export function useNow<T>(first: T): readonly [T, (next: T) => void, () => T] {
  const [drawn, draw] = useState(first)
  const now = useRef(first)
  const set = useCallback((next: T) => { now.current = next; draw(next) }, [])
  return [drawn, set, useCallback(() => now.current, [])]
}

/** Runs one after another, each when the one before has its answer: a scanner does not wait for a network. */
export function useTurns(): (work: () => Promise<void>) => Promise<void> {
  const last = useRef(Promise.resolve())
  return useCallback((work) => { last.current = last.current.then(work, work); return last.current }, [])
}
