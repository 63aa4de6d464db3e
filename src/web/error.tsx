import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Problem } from './api.ts'
import { errorWords } from './error.words.ts'
import { useWords } from './locale.tsx'

/** What went wrong in the server's own sentence, and what to do about it. */
export function ErrorNote({ error, onRetry, children }: { readonly error: unknown, readonly onRetry?: () => unknown, readonly children?: ReactNode }) {
  const { say } = useWords()
  const isKnown = error instanceof Problem
  const hint = isKnown && error.status === 403 ? say(errorWords.refusedHint) : isKnown && error.status === 429 ? say(errorWords.slowDown) : undefined
  return (
    <Alert
      type="error" showIcon className="ck-error"
      title={isKnown ? error.message : say(errorWords.broken)}
      description={<>
        {!isKnown && <p>{say(errorWords.brokenWhy)}</p>}
        {!isKnown && error instanceof Error && <code>{error.message}</code>}
        {hint !== undefined && <p>{hint}</p>}
        {children}
      </>}
      action={onRetry && <Button size="small" onClick={() => { onRetry() }}>{say(errorWords.retry)}</Button>}
    />
  )
}

/** Two people edited the same thing: shown, never overwritten. */
export function ConflictNote({ onLoad }: { readonly onLoad: () => void }) {
  const { say } = useWords()
  return (
    <Alert
      type="warning" showIcon title={say(errorWords.conflict)} description={say(errorWords.conflictWhy)}
      action={<Button size="small" type="primary" onClick={onLoad}>{say(errorWords.loadNew)}</Button>}
    />
  )
}

export const isConflict = (error: unknown): boolean => error instanceof Problem && (error.status === 409 || error.status === 412)
