import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from './api.ts'
import { newKey } from './key.ts'

/**
 * A write with its Idempotency-Key. While nobody answered (a broken connection) pressing again is the same deed and cannot be done twice; after an answer,
 * whatever it was, the next press is another deed. `stale` names what has to be read again.
 */
export function useDeed<Input, Answer>(run: (input: Input, key: string) => Promise<Answer>, { stale = [], done }: { readonly stale?: readonly QueryKey[], readonly done?: (answer: Answer) => unknown } = {}) {
  const client = useQueryClient()
  const [key, setKey] = useState(newKey)
  return useMutation({
    mutationFn: (input: Input) => run(input, key),
    onSuccess: async (answer: Answer) => {
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
      await done?.(answer)
    },
    onSettled: (_answer, error) => { if (!(error instanceof Problem && error.status === 0)) setKey(newKey()) }
  })
}
