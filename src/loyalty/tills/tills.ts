/**
 * Tills: a basket from look-up to receipt, and back. This file is the door.
 *
 * Law: one receipt of one store is one sale, whatever keys it is sent with and however often; a sale is booked whole, points and order and all that hears of it, or
 * not at all; what points paid for goes back to the points it came from. Order lines have what was paid in money; the basket as rung up is kept beside it.
 */
export { findGood } from './tills.goods.ts'
export { findMembers, showCode } from './tills.members.ts'
export { closeAllowance, grantAllowance, readOffline, registerDevice, revokeDevice, upload } from './tills.offline.ts'
export { quoteBasket } from './tills.quote.ts'
export { sell } from './tills.sell.ts'
export { readSetting, saveSetting } from './tills.settings.ts'
export { closeDay, readAnswer, takeBack, tillsConsequence, voidSale } from './tills.undo.ts'
