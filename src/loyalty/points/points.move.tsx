import { useQueryClient } from '@tanstack/react-query'
import { Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/locale.tsx'
import { Contribute } from './points.move.pool.tsx'
import { ExchangeForm } from './points.move.exchange.tsx'
import { TransferForm } from './points.move.transfer.tsx'
import { moveWords as words } from './points.move.words.ts'

export interface MoveProps { readonly customerId: string, readonly onDone: () => Promise<unknown> }

const ways = { transfer: TransferForm, exchange: ExchangeForm, pool: Contribute } as const
type Way = keyof typeof ways

/** Points of a member that go elsewhere: to somebody else, into another currency, into a wallet that several share. */
export function Move({ customerId, onClose }: { readonly customerId: string, readonly onClose: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [way, setWay] = useState<Way>('transfer')
  const Form = ways[way]
  const done = async (): Promise<void> => {
    onClose()
    await client.invalidateQueries({ predicate: ({ queryKey }) => ['points', 'events', 'record'].includes(String(queryKey[0])) })
  }
  return (
    <Drawer open onClose={onClose} size={520} title={say(words.title)}>
      <div className="re-form po-move">
        <Segmented<Way> block aria-label={say(words.title)} value={way} onChange={setWay} options={[{ value: 'transfer', label: say(words.transfer) }, { value: 'exchange', label: say(words.exchange) }, { value: 'pool', label: say(words.pool) }]} />
        <Form key={way} customerId={customerId} onDone={done} />
      </div>
    </Drawer>
  )
}
