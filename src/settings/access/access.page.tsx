import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { ErrorNote } from '#web/error.tsx'
import { Figure, Figures } from '#web/figure.tsx'
import { useFormat } from '#web/format.tsx'
import { useWords } from '#web/locale.tsx'
import { mayOpen } from '#web/page.ts'
import { Card, Mark, Question } from '#web/question.tsx'
import { useSession } from '#web/session.tsx'
import { KeysCard } from './access.keys.tsx'
import { accessPageWords as words, roleWords } from './access.page.words.ts'
import { InvitationsCard, PeopleCard } from './access.people.tsx'

export const usersQuery = { queryKey: ['access', 'users'], queryFn: ({ signal }: { signal: AbortSignal }) => read('/api/access/users', { signal }) }
export const keysQuery = { queryKey: ['access', 'keys'], queryFn: ({ signal }: { signal: AbortSignal }) => read('/api/access/keys', { signal }) }

/** Who may come in, and what they may do. */
export function AccessPage() {
  const { say, tell } = useWords()
  const { num } = useFormat()
  const { rights } = useSession()
  const mayWrite = mayOpen(rights, 'access.write')
  const users = useQuery(usersQuery)
  const keys = useQuery(keysQuery)
  const error = users.error ?? keys.error
  if (error !== null && (users.data === undefined || keys.data === undefined)) return <div className="ck-page"><ErrorNote error={error} onRetry={() => { void users.refetch(); void keys.refetch() }} /></div>
  const people = users.data?.items.filter((user) => !user.disabled) ?? []
  return (
    <div className="ck-page">
      <Question asks={say(words.question)} answer={users.data === undefined || keys.data === undefined ? say(words.waiting) : tell(words.answer, {
        users: <Mark>{num(people.length)}</Mark>, owners: <Mark>{num(people.filter((user) => user.role === 'owner').length)}</Mark>,
        invitations: <Mark>{num(users.data.invitations.length)}</Mark>, keys: <Mark>{num(keys.data.items.filter((key) => key.revokedAt === null).length)}</Mark>
      })} />
      <PeopleCard users={users.data?.items ?? []} isPending={users.isPending} mayWrite={mayWrite} />
      <InvitationsCard invitations={users.data?.invitations ?? []} mayWrite={mayWrite} />
      <KeysCard keys={keys.data?.items ?? []} isPending={keys.isPending} mayWrite={mayWrite} />
      <RolesCard />
    </div>
  )
}

function RolesCard() {
  const { say } = useWords()
  const { data } = useQuery({ queryKey: ['access', 'roles'], queryFn: ({ signal }) => read('/api/access/roles', { signal }) })
  return (
    <Card title={say(words.roles)}>
      <Figures>
        {data?.items.map(({ role, rights }) => <Figure key={role} label={say(roleWords[role].name)} note={say(roleWords[role].what)} value={<span title={rights.join(' ')}>{say(words.rightsOf, { n: rights.length })}</span>} />)}
      </Figures>
    </Card>
  )
}
