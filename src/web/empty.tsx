import type { ReactNode } from 'react'

interface EmptyStartProps {
  /** What would be here. */
  readonly title: string
  /** Why it is worth it. */
  readonly why: ReactNode
  /** The buttons that start it. */
  readonly children?: ReactNode
  /** A whole page's emptiness carries its h1; a card's does not. */
  readonly isPage?: boolean
}

/** Empty is a beginning: it says what would be here, why it is worth it, and starts it. */
export function EmptyStart({ title, why, children, isPage = false }: EmptyStartProps) {
  return (
    <div className={isPage ? 'ck-empty ck-empty-page' : 'ck-empty'}>
      {isPage ? <h1>{title}</h1> : <p><strong>{title}</strong></p>}
      <div className="ck-soft">{why}</div>
      {children !== undefined && <div className="ck-bar">{children}</div>}
    </div>
  )
}
