import type { Sentence } from '#foundation/words.ts'

export const errorWords = {
  retry: { zh: '重试', en: 'Try again' },
  reload: { zh: '重新载入页面', en: 'Reload the page' },
  broken: { zh: '这一页出了错', en: 'This page broke' },
  brokenWhy: { zh: '数据没有受影响。重新载入通常就好；若再次出现，请把下面这行字告诉管理员。', en: 'No data was affected. Reloading usually helps; if it happens again, tell your administrator the line below.' },
  refusedHint: { zh: '你的角色没有这项权限。可以请管理员在“设置 › 用户”里调整。', en: 'Your role lacks this right. An administrator can change it in Settings › Users.' },
  slowDown: { zh: '请求太多，请等一会儿再试。', en: 'Too many requests; wait a moment, then try again.' },
  conflict: { zh: '别人刚刚改过这里', en: 'Somebody else has just changed this' },
  conflictWhy: { zh: '你看到的是旧版本，所以没有覆盖对方的修改。载入新版本后，你写的草稿还在。', en: 'You were editing an older version, so nothing of theirs was overwritten. Load the new version; your draft is kept.' },
  loadNew: { zh: '载入新版本', en: 'Load the new version' }
} satisfies Record<string, Sentence>
