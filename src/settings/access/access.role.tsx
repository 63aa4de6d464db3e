import { Select } from 'antd'
import { useWords } from '#web/locale.tsx'
import { roleWords } from './access.page.words.ts'
import type { Role } from './access.schema.ts'

const order: readonly Role[] = ['owner', 'manager', 'analyst', 'agent', 'clerk', 'integrator']

/** One of the roles, each with what it may do. */
export function RoleChoice({ label, value, onChange, id }: { readonly label: string, readonly value: Role, readonly onChange: (role: Role) => void, readonly id?: string }) {
  const { say } = useWords()
  return (
    <Select<Role>
      {...(id === undefined ? {} : { id })} aria-label={label} value={value} onChange={onChange} popupMatchSelectWidth={false} optionLabelProp="label"
      options={order.map((role) => ({ value: role, label: say(roleWords[role].name) }))}
      optionRender={({ value: role }) => { const known = order.find((one) => one === role); return known === undefined ? null : <><b>{say(roleWords[known].name)}</b> <span className="ck-soft">{say(roleWords[known].what)}</span></> }}
    />
  )
}
