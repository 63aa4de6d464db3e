/** What crosses the wire between platforms and us. Fields that we do not use may be there. */
import { Type, type Static } from 'typebox'

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
export const WechatNote = Type.Object({
  id: text(64), create_time: text(40), event_type: text(64), resource_type: Type.Literal('encrypt-resource'),
  resource: Type.Object({ algorithm: Type.Literal('AEAD_AES_256_GCM'), ciphertext: text(1_000_000), nonce: text(32), associated_data: Type.Optional(Type.String()) })
})
export const WechatCard = Type.Object({ event_type: text(64), event_time: text(40), user_card_code: text(64), card_id: text(64), openid: text(128), phone: Type.Optional(Type.String({ maxLength: 40 })) })
export type WechatCard = Static<typeof WechatCard>

export const TmallBind = Type.Object({ ouid: text(100), mobile: Type.Optional(Type.String({ maxLength: 40 })), request_id: text(100), bind_time: Type.Optional(Type.String({ maxLength: 40 })) })
export type TmallBind = Static<typeof TmallBind>
export const TmallPoints = Type.Object({ ouid: text(100), record_id: text(100), quantity: Type.String({ pattern: '^-?[1-9]\\d{0,14}$' }), change_time: Type.String({ format: 'date-time' }), remark: Type.Optional(Type.String({ maxLength: 200 })) })
export type TmallPoints = Static<typeof TmallPoints>

export const WechatKeys = Type.Object({ publicKey: text(4000), apiV3Key: Type.String({ minLength: 32, maxLength: 32 }) }, { additionalProperties: false })
export const TmallKeys = Type.Object({ secret: Type.String({ minLength: 8, maxLength: 200 }) }, { additionalProperties: false })
export const KeysBody = Type.Object({ wechat: Type.Optional(WechatKeys), tmall: Type.Optional(TmallKeys) }, { additionalProperties: false })
export type KeysBody = Static<typeof KeysBody>
export const KeysShown = Type.Object({ wechat: Type.Boolean({ description: 'its keys are set' }), tmall: Type.Boolean() })
export const WechatAnswer = Type.Object({ code: Type.String(), message: Type.String() })
export const TmallAnswer = Type.Object({ code: Type.String(), message: Type.String(), point: Type.Optional(Type.String()), level: Type.Optional(Type.String()) })
export type TmallAnswer = Static<typeof TmallAnswer>
