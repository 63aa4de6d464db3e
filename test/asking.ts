import type { Asking } from '#foundation/group.ts'

/** Somebody who asks a group of commands under this key, and of whom nothing is noted. */
export const asking = (key: string): Asking => ({
  claim: { key, actor: 'test', target: 'POST /test', bodyHash: key }, attest: async () => undefined,
  deed: { actor: { userId: 'test', name: 'Test', role: 'owner' }, right: 'points.write', method: 'POST', route: '/test', target: key, summary: '', address: '' }
})
