import type { Sentence } from '#foundation/words.ts'

export const auditPageWords = {
  title: { zh: '操作记录', en: 'Audit' },
  question: { zh: '谁在什么时候做了什么？', en: 'Who did what, and when?' },
  answer: { zh: '每一次成功的修改和每一次登录都留下一条，不能改也不能删。', en: 'Every change that succeeded and every sign-in leaves an entry; none can be altered or removed.' },
  list: { zh: '记录', en: 'Entries' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '谁', en: 'Who' },
  role: { zh: '角色', en: 'Role' },
  deed: { zh: '做了什么', en: 'What' },
  target: { zh: '对象', en: 'On what' },
  address: { zh: '来自', en: 'From' },
  everybody: { zh: '所有人', en: 'Everybody' },
  everything: { zh: '所有操作', en: 'Everything' },
  signIns: { zh: '登录与账号', en: 'Sign-ins and accounts' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  empty: { zh: '没有符合的记录。', en: 'No entry matches.' },
  nobody: { zh: '未登录', en: 'Not signed in' },
  create: { zh: '写入', en: 'Added' },
  change: { zh: '修改', en: 'Changed' },
  remove: { zh: '删除', en: 'Removed' }
} as const satisfies Readonly<Record<string, Sentence>>

/** What the deeds outside of the plain writes are called. */
export const deedNames: Readonly<Record<string, Sentence>> = {
  'access.signed_in': { zh: '登录', en: 'Signed in' },
  'access.sign_in_failed': { zh: '登录失败', en: 'Sign-in failed' },
  'access.owner_made': { zh: '设立负责人', en: 'Became the first owner' },
  'access.joined': { zh: '接受邀请', en: 'Followed an invitation' },
  'access.password_link': { zh: '在服务器上生成重设密码的链接', en: 'Made a link for a new password at the server' },
  'access.password_reset': { zh: '用链接设了新密码', en: 'Set a new password by link' },
  'access.password_changed': { zh: '修改密码', en: 'Changed the password' }
}

/** What the writes of this room are called; others say what they changed. */
export const routeNames: Readonly<Record<string, Sentence>> = {
  'POST /api/access/users/invite': { zh: '邀请同事', en: 'Invited somebody' },
  'DELETE /api/access/invitations/:id': { zh: '撤回邀请', en: 'Withdrew an invitation' },
  'PATCH /api/access/users/:id': { zh: '修改角色或停用', en: 'Changed a role or closed an account' },
  'POST /api/access/users/:id/reset': { zh: '生成重设密码的链接', en: 'Made a link for a new password' },
  'PATCH /api/access/me': { zh: '修改自己的姓名或语言', en: 'Changed their own name or language' },
  'POST /api/access/keys': { zh: '新建密钥', en: 'Made a key' },
  'DELETE /api/access/keys/:id': { zh: '撤销密钥', en: 'Revoked a key' },
  'PUT /api/business': { zh: '修改企业设置', en: 'Changed the business' },
  'PUT /api/business/stores': { zh: '保存门店', en: 'Saved a store' },
  'POST /api/jobs/:id/retry': { zh: '重试任务', en: 'Tried a job again' },
  'POST /api/jobs/:id/cancel': { zh: '取消任务', en: 'Cancelled a job' }
}

export const roleNames: Readonly<Record<string, Sentence>> = {
  owner: { zh: '负责人', en: 'Owner' }, manager: { zh: '经理', en: 'Manager' }, analyst: { zh: '分析', en: 'Analyst' }, agent: { zh: '客服', en: 'Agent' }, clerk: { zh: '店员', en: 'Clerk' },
  integrator: { zh: '对接', en: 'Integrator' }, none: { zh: '—', en: '—' }
}

/** What each capability is called here; one that is not listed shows its own word. */
export const capabilityNames: Readonly<Record<string, Sentence>> = {
  access: { zh: '用户与密钥', en: 'Users and keys' },
  business: { zh: '企业设置', en: 'Business' },
  jobs: { zh: '后台任务', en: 'Background work' },
  imports: { zh: '导入', en: 'Imports' },
  orders: { zh: '订单', en: 'Orders' },
  events: { zh: '事件', en: 'Events' },
  record: { zh: '客户档案', en: 'Customer record' },
  identity: { zh: '身份', en: 'Identities' },
  definitions: { zh: '口径', en: 'Definitions' },
  warehouse: { zh: '分析库', en: 'Warehouse' }
}
