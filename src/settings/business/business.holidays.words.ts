import type { Sentence } from '#foundation/words.ts'

export const holidayWords = {
  title: { zh: '节假日', en: 'Public holidays' },
  why: { zh: '预测把这些日子当成已知的影响。中国的安排每年由国务院办公厅通知，来年的要等通知后补上。', en: 'The forecast takes these days for known effects. China orders its holidays by a yearly notice: those of a coming year are added when it is out.' },
  year: { zh: '年份', en: 'Year' },
  day: { zh: '日期', en: 'Day' },
  span: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  until: { zh: '几天', en: 'Days' },
  kind: { zh: '安排', en: 'What it is' },
  off: { zh: '放假', en: 'day off' },
  work: { zh: '调休上班', en: 'worked instead' },
  festival: { zh: '节日', en: 'Holiday' },
  source: { zh: '出处', en: 'Source' },
  nameZh: { zh: '中文名', en: 'Name in Chinese' },
  nameEn: { zh: '英文名', en: 'Name in English' },
  repeat: { zh: '每年同名的节日会合在一起估计影响。', en: 'Holidays of the same English name are taken together from year to year.' },
  save: { zh: '加上或修改这一天', en: 'Add or change this day' },
  remove: { zh: '删除', en: 'Remove' },
  removeOne: { zh: '从表里删除 {day}', en: 'Remove {day} from the table' },
  removed: { zh: '已删除 {day}。', en: '{day} was removed.' },
  undo: { zh: '撤销', en: 'Undo' },
  none: { zh: '这一年还没有节假日。', en: 'No holidays of this year yet.' },
  noneAtAll: { zh: '这个国家的节假日表是空的，可以自己加。', en: 'The table of this country is empty: add days of your own.' }
} as const satisfies Readonly<Record<string, Sentence>>
