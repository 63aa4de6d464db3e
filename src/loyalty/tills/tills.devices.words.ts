import type { Sentence } from '#foundation/words.ts'

export const devicesWords = {
  title: { zh: '断网收银', en: 'Without network' },
  worst: { zh: '全部收银机断网时合计最多可能多花 {worst} 积分，值 {money}；已发出 {out}，还可发 {left}。', en: 'All tills without network may overspend at most {worst} points, worth {money}; {out} of it are granted, {left} are left.' },
  closed: { zh: '断网时不能用积分：最坏情况设的是 0。先在“抵扣规则”里定一个承受得起的数。', en: 'Without network no points can be spent: the worst case is set to 0. First set what you can bear in "What points pay".' },
  none: { zh: '还没有登记收银机。登记后发给它一份签名的额度，断网时它就能在额度内收积分，网络恢复后补传。', en: 'No till is registered. Once registered it is granted a signed allowance: within it the till takes points without network, and tells of the sales when the network is back.' },
  tills: { zh: '收银机', en: 'Tills' }, register: { zh: '登记收银机', en: 'Register a till' }, name: { zh: '名称', en: 'Name' }, key: { zh: '公钥（Ed25519，base64url，43 个字符）', en: 'Public key (Ed25519, base64url, 43 characters)' },
  keyWhy: { zh: '收银机自己生成一对钥匙，私钥不离开它；这里只要公钥。', en: 'The till makes its own pair; the private key never leaves it. Only the public key goes here.' }, faultKey: { zh: '应为 43 个字符', en: 'It has 43 characters' },
  registered: { zh: '{at} 登记', en: 'registered {at}' }, revoked: { zh: '{at} 起停用', en: 'revoked {at}' },
  revoke: { zh: '停用', en: 'Revoke' }, revokeAsks: { zh: '停用“{name}”？它签过名的断网销售以后都不再接受，还没补传的也会被拒收。', en: 'Revoke "{name}"? Nothing that it signed is taken any more, sales that it has not told of yet included.' },
  grant: { zh: '发额度', en: 'Grant' }, amount: { zh: '给“{name}”多少积分', en: 'Points for "{name}"' }, granted: { zh: '额度已发给“{name}”。把下面这段交给它；签名只显示这一次。', en: 'Granted to "{name}". Hand it what stands below; the signature is shown this once.' },
  allowance: { zh: '额度 {total}，每位会员最多 {member}；已报来用了 {used}。', en: '{total} granted, {member} a member at most; {used} told as spent.' }, until: { zh: '{until} 前可用，{late} 前可补传', en: 'good until {until}, told until {late}' },
  settled: { zh: '{at} 结清', en: 'settled {at}' }, settle: { zh: '结清', en: 'Settle' }, settleAsks: { zh: '结清这份额度？没用的部分腾出来可以再发；之后它名下的销售不再接受。请确认这台收银机已全部补传。', en: 'Settle this allowance? What it risks is free again, and sales under it are taken no more. Be sure that the till has told of all its sales.' },
  no: { zh: '不', en: 'No' }
} satisfies Record<string, Sentence>
