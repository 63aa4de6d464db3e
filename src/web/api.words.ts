import type { Sentence } from '#foundation/words.ts'

export const apiWords = {
  unreachable: {
    zh: '连不上常客的服务器。请检查网络，或看看服务器是否还在运行，然后重试。',
    en: 'The Changke server cannot be reached. Check the network, or whether the server is still running, then try again.'
  },
  unexpected: {
    zh: '服务器没能完成这个请求。请重试；若仍不行，请把现在的时间告诉管理员。',
    en: 'The server could not complete this request. Try again; if it persists, tell your administrator the time.'
  }
} satisfies Record<string, Sentence>
