import { useMemo } from 'react'
import type { Static } from 'typebox'
import { Go } from '#web/address.tsx'
import { EmptyStart } from '#web/empty.tsx'
import type { DefinitionRef } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import type { Stamp } from './definitions.schema.ts'
import { scopeWords } from './definitions.scope.words.ts'

type StampOf = Static<typeof Stamp>

/** The definition behind the figures of an answer; a figure adds its own window, n and interval. */
export function useDefinition(stamp: StampOf | undefined): DefinitionRef {
  const { say } = useWords()
  const { day } = useFormat()
  return useMemo(() => {
    if (stamp === undefined) return { id: '…', version: '…' }
    const { definition, asOf, n } = stamp
    const cleaning = definition.parameters['cleaning']
    const rule = cleaning === 'reference' ? scopeWords.reference : cleaning === 'gross' ? scopeWords.gross : scopeWords.net
    return {
      id: definition.id, name: say(scopeWords[definition.id]), version: definition.version, n, says: say(scopeWords.cleaning, { rule: say(rule) }), window: `≤ ${day(asOf)}`
    }
  }, [stamp, say, day])
}

/** The line under a page: which definition and version, over how many, as of when. */
export function StampLine({ stamp }: { readonly stamp: StampOf }) {
  const { say } = useWords()
  const { day, num } = useFormat()
  const { definition, asOf, n, asOfChosen } = stamp
  const values = { name: say(scopeWords[definition.id]), version: definition.version, n: num(n), day: day(asOf), overridden: definition.overridden.join(', ') }
  return (
    <p className="ck-soft ck-small">
      {say(definition.overridden.length > 0 ? scopeWords.stampChanged : scopeWords.stamp, values)}{asOfChosen === 'after_last_order' && <> · {say(scopeWords.afterLast)}</>}
    </p>
  )
}

/** Before the first order. */
export function NoOrders() {
  const { say } = useWords()
  return <EmptyStart isPage title={say(scopeWords.noOrders)} why={say(scopeWords.noOrdersWhy)}><Go to="/imports" className="ck-button">{say(scopeWords.import)}</Go></EmptyStart>
}

/** A customer in a list: the name, or the number it came with, leading to the customer's page. */
export function CustomerLink({ customerId, name }: { readonly customerId: string, readonly name: string | null }) {
  const { say } = useWords()
  return <Go to={`/customers/${customerId}`}>{name ?? <>{say(scopeWords.unnamed)} <span className="ck-soft ck-small">{customerId.slice(-6)}</span></>}</Go>
}
