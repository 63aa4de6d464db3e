/** A sale on its way: sent again with the same receipt until there is an answer, even after the page was closed. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '#web/api.ts'
import { write } from '#web/client.ts'
import { keep, kept } from '#web/keepsake.ts'
import type { Answer, SaleBody } from './tills.schema.ts'

const name = 'till.sending'
const againMs = 3000

const isBody = (value: unknown): value is SaleBody => typeof value === 'object' && value !== null && 'receipt' in value && 'lines' in value
function waiting(): SaleBody | undefined {
  try { const value: unknown = JSON.parse(kept(name) ?? 'null'); return isBody(value) ? value : undefined } catch { return undefined }
}

/** No answer, or one that says nothing about the sale. */
const isUnknown = (error: unknown): boolean => !(error instanceof Problem) || error.status === 0 || error.status >= 500 || error.status === 429

export interface Sending { readonly body: SaleBody | undefined, readonly isLost: boolean, readonly isBusy: boolean, readonly error: unknown, readonly send: (body: SaleBody) => void, readonly again: () => void, readonly forget: () => void }

export function useSending(onAnswer: (answer: Answer) => void): Sending {
  const [body, setBody] = useState(waiting)
  const [isLost, setLost] = useState(body !== undefined)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const busy = useRef(false)
  const done = useRef(onAnswer)
  done.current = onAnswer
  const deliver = useCallback(async (sale: SaleBody): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setBusy(true)
    const end = (): void => { keep(name, undefined); setBody(undefined); setLost(false) }
    try {
      const answer = await write('post', '/api/tills/sales', { body: { ...sale, sentAt: new Date().toISOString() } })
      end()
      done.current(answer)
    } catch (fault) {
      if (isUnknown(fault)) setLost(true)
      else { end(); setError(fault) }
    } finally {
      busy.current = false
      setBusy(false)
    }
  }, [])
  useEffect(() => {
    if (!isLost || body === undefined) return
    const timer = setInterval(() => { void deliver(body) }, againMs)
    return () => clearInterval(timer)
  }, [isLost, body, deliver])
  return {
    body, isLost, isBusy, error,
    send: (sale) => { keep(name, JSON.stringify(sale)); setBody(sale); setError(null); void deliver(sale) },
    again: () => { if (body !== undefined) void deliver(body) },
    forget: () => setError(null)
  }
}
