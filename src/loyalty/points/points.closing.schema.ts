/** What crosses the wire about closed months and approvals. */
import { Type, type Static } from 'typebox'
import { Booked, Order } from './points.schema.ts'

const Instant = Type.String({ format: 'date-time' })
const orNull = Type.Union([Type.String(), Type.Null()])
const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })

export const Closing = Type.Object({ month: Month, closedAt: Instant, closedBy: Type.String(), note: Type.String(), reopenedAt: orNull, reopenedBy: orNull })
export type Closing = Static<typeof Closing>
export const ClosingList = Type.Object({ through: Type.Union([Month, Type.Null()], { description: 'the last closed month; all before it are closed' }), items: Type.Array(Closing) })
export const NewClosing = Type.Object({ month: Month, note: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: false })
export const MonthPlace = Type.Object({ month: Month })

export const Approval = Type.Object({
  approvalId: Type.String(), orders: Type.Array(Order), reason: Type.String(), requestedBy: Type.String(), requestedAt: Instant,
  state: Type.Union([Type.Literal('requested'), Type.Literal('approved'), Type.Literal('rejected')]), decidedBy: orNull, decidedAt: orNull, answer: orNull
})
export type Approval = Static<typeof Approval>
export const ApprovalList = Type.Object({ items: Type.Array(Approval) })
export const NewApproval = Type.Object({ orders: Type.Array(Order, { minItems: 1, maxItems: 100 }), reason: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false })
export const ApprovalPlace = Type.Object({ approvalId: Type.String({ format: 'uuid' }) })
export const Answer = Type.Object({ answer: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false })
export const Approved = Type.Object({ approval: Approval, items: Type.Array(Booked) })
