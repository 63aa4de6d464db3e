import { useId, type ReactNode } from 'react'

/** An input under its name; the name is pressed to reach the input. */
export function Labelled({ label, children }: { readonly label: string, readonly children: (id: string) => ReactNode }) {
  const id = useId()
  return <div className="re-labelled"><label htmlFor={id}>{label}</label>{children(id)}</div>
}
