import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { useSession } from '#web/session.tsx'
import { policyPageWords as words } from './points.policy.words.ts'

/** The name of whoever did something. Names of others are told to those who may read the log; to the rest it was a colleague. */
export function useWho(): (userId: string) => string {
  const { say } = useWords()
  const { rights, user } = useSession()
  const actors = useQuery({ queryKey: ['audit', 'actors'], enabled: mayOpen(rights, 'audit.read'), queryFn: ({ signal }) => read('/api/audit/actors', { signal }) })
  return (userId) => userId === user.id
    ? say(words.you)
    : userId === 'sample' ? say(words.sample) : actors.data?.items.find(({ actorId }) => actorId === userId)?.actorName ?? (/^[0-9a-f-]{20,}$/i.test(userId) ? say(words.colleague) : userId)
}
