import type { Sentence } from '#foundation/words.ts'

export const tableWords = {
  sortUp: { zh: '按{title}从小到大排序', en: 'Sort by {title}, ascending' },
  sortDown: { zh: '按{title}从大到小排序', en: 'Sort by {title}, descending' },
  export: { zh: '导出', en: 'Export' },
  csv: { zh: '导出 CSV', en: 'Export CSV' },
  xlsx: { zh: '导出 Excel (XLSX)', en: 'Export Excel (XLSX)' },
  loaded: { zh: '已载入 {n} 行', en: '{n} {n|row|rows} loaded' },
  loadingMore: { zh: '正在载入更多…', en: 'Loading more…' },
  loadMore: { zh: '载入更多', en: 'Load more' },
  loading: { zh: '正在载入', en: 'Loading' },
  nothing: { zh: '没有符合条件的行', en: 'No rows match' },
  chooseAll: { zh: '选择全部已载入的行', en: 'Select all loaded rows' },
  choose: { zh: '选择 {name}', en: 'Select {name}' }
} satisfies Record<string, Sentence>
