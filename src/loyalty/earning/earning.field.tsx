import type { ReactNode } from 'react'

/** A field with its label, and under it what is wrong with it. */
export function Field({ label, fault, isWhole = false, children }: { readonly label: string, readonly fault?: string | undefined, readonly isWhole?: boolean, readonly children: ReactNode }) {
  return <label className={isWhole ? 'ea-field ea-whole' : 'ea-field'}><span>{label}</span>{children}{fault !== undefined && <em className="ea-fault" role="alert">{fault}</em>}</label>
}
