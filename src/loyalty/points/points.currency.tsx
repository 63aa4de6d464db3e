import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { currencyWords as words } from './points.card.words.ts'
import { inOrder, unitsOf } from './points.terms.words.ts'

export interface Currencies {
  readonly keys: readonly string[]
  /** As the policy in force names it. */
  readonly nameOf: (currency: string) => string
  /** The same within a sentence. */
  readonly spokenOf: (currency: string) => string
  /** Over a balance: what of it may be spent; of what is only counted, its name. */
  readonly labelOf: (currency: string) => string
  readonly scaleOf: (currency: string) => number
  readonly isSpendable: (currency: string) => boolean
  /** Digits of the wire, in units of the currency. */
  readonly amount: (currency: string, digits: string | bigint) => string
}

/** The currencies of the policy in force. Whoever may not read it sees points and growth value under their first names. */
export function useCurrencies(): Currencies {
  const { say, locale } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const { data } = useQuery({ queryKey: ['points', 'policy'], queryFn: ({ signal }) => read('/api/points/policy', { signal }), enabled: mayOpen(rights, 'points.read') })
  return useMemo(() => {
    const rules = new Map(Object.entries(data?.parameters ?? {}))
    const nameOf = (currency: string): string => {
      const name = rules.get(currency)?.name ?? (currency === 'points' ? words.points : currency === 'growth' ? words.growth : undefined)
      return name === undefined ? currency : say(name)
    }
    const scaleOf = (currency: string): number => rules.get(currency)?.scale ?? 0
    return {
      keys: inOrder(data?.parameters ?? {}).map(([key]) => key), isSpendable: (currency) => rules.get(currency)?.spendable === true,
      nameOf, spokenOf: (currency) => (locale === 'en' ? nameOf(currency).toLowerCase() : nameOf(currency)), scaleOf, labelOf: (currency) => (rules.get(currency)?.spendable === true ? say(words.toSpend, { name: nameOf(currency) }) : nameOf(currency)),
      amount: (currency, digits) => num(unitsOf(String(digits), scaleOf(currency)), scaleOf(currency))
    }
  }, [data, say, locale, num])
}

/** `12.5` in units of a currency with two digits is 1250 on the wire; undefined is not an amount. */
export function digitsOf(text: string, scale: number): string | undefined {
  const found = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text)
  if (found === null || (found[3] ?? '').length > scale) return undefined
  const whole = BigInt(`${found[2] ?? '0'}${(found[3] ?? '').padEnd(scale, '0')}`)
  return whole === 0n ? undefined : `${found[1] ?? ''}${whole.toString()}`
}
