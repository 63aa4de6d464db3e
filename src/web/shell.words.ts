import type { Sentence } from '#foundation/words.ts'
import type { Room } from './page.ts'

export const roomWords: Readonly<Record<Room, Sentence>> = {
  overview: { zh: '总览', en: 'Overview' },
  customers: { zh: '客户', en: 'Customers' },
  activity: { zh: '动态', en: 'Activity' },
  insights: { zh: '洞察', en: 'Insights' },
  decisions: { zh: '决策', en: 'Decisions' },
  loyalty: { zh: '忠诚', en: 'Loyalty' },
  care: { zh: '关怀', en: 'Care' },
  service: { zh: '服务', en: 'Service' },
  evaluation: { zh: '评估', en: 'Evaluation' },
  settings: { zh: '设置', en: 'Settings' }
}

export const shellWords = {
  product: { zh: '常客', en: 'Changke' },
  navigation: { zh: '主导航', en: 'Main navigation' },
  openNavigation: { zh: '打开导航', en: 'Open navigation' },
  close: { zh: '关闭', en: 'Close' },
  trail: { zh: '所在位置', en: 'You are here' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  loading: { zh: '正在载入', en: 'Loading' },
  synthetic: { zh: '示例数据：这里的客户与订单都是生成的，不是真人。', en: 'Sample data: these customers and orders are generated, not real people.' },
  importOwn: { zh: '导入自己的订单', en: 'Import your own orders' },
  account: { zh: '{name} 的菜单', en: 'Menu of {name}' },
  language: { zh: '语言', en: 'Language' },
  theme: { zh: '外观', en: 'Appearance' },
  themeSystem: { zh: '跟随系统', en: 'System' },
  themeLight: { zh: '浅色', en: 'Light' },
  themeDark: { zh: '深色', en: 'Dark' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  asOf: { zh: '截至 {day}', en: 'As of {day}' },
  asOfLabel: { zh: '所有数字截至 {day}，点按可选择其他日期', en: 'All figures are as of {day}; press to choose another day' },
  asOfToday: { zh: '回到最新', en: 'Back to the latest' },
  asOfPast: { zh: '你在看过去：所有数字都按 {day} 当天收市时计算。', en: 'You are looking at the past: every figure is computed as of the end of {day}.' },
  notFound: { zh: '没有这一页', en: 'There is no such page' },
  notFoundWhy: { zh: '地址可能写错了，或者这一页需要你没有的权限。', en: 'The address may be wrong, or the page needs a right that you do not have.' },
  toOverview: { zh: '去总览', en: 'Go to the overview' }
} satisfies Record<string, Sentence>

export const commandWords = {
  open: { zh: '客户、页面、操作', en: 'Customers, pages, actions' },
  label: { zh: '查找客户、页面与操作', en: 'Find customers, pages and actions' },
  placeholder: { zh: '姓名、拼音、手机尾号、卡号，或页面名', en: 'Name, pinyin, last digits of a phone, card, or a page' },
  customers: { zh: '客户', en: 'Customers' },
  nameless: { zh: '未具名的客户', en: 'Customer without a name' },
  pages: { zh: '页面', en: 'Pages' },
  actions: { zh: '操作', en: 'Actions' },
  nothing: { zh: '没有找到“{text}”。试试姓名、拼音首字母或手机后四位。', en: 'Nothing found for “{text}”. Try a name, initials or the last four digits of a phone.' },
  searching: { zh: '正在查找…', en: 'Searching…' },
  keys: { zh: '↑↓ 选择 · Enter 打开 · Esc 关闭', en: '↑↓ choose · Enter open · Esc close' },
  themeLight: { zh: '换成浅色', en: 'Switch to light' },
  themeDark: { zh: '换成深色', en: 'Switch to dark' },
  toEnglish: { zh: '切换到英文 English', en: 'Switch to Chinese 中文' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  found: { zh: '找到 {n} 项', en: '{n} found' }
} satisfies Record<string, Sentence>
