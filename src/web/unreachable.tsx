import { ErrorNote } from './error.tsx'

export const Unreachable = ({ error, onRetry }: { readonly error: unknown, readonly onRetry: () => unknown }) => (
  <main className="ck-alone"><ErrorNote error={error} onRetry={onRetry} /></main>
)
