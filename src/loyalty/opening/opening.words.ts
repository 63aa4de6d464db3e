import type { Sentence } from '#foundation/words.ts'

export const openingJobs = {
  checkTitle: { zh: '核对期初余额', en: 'Checking balances brought over' }, bookTitle: { zh: '转入期初余额', en: 'Bringing balances over' }, undoTitle: { zh: '撤销期初余额', en: 'Undoing balances brought over' },
  reading: { zh: '已读 {rows} 行，退回 {rejected} 行', en: '{rows} rows read, {rejected} rejected' }, people: { zh: '正在找会员：{n} 行', en: 'Finding the members: {n} rows' },
  booking: { zh: '已转入 {n} 位会员', en: '{n} members brought over' }, undoing: { zh: '已撤销 {n} 位会员', en: '{n} members undone' }
} satisfies Record<string, Sentence>

export const openingWords = {
  unknown: { zh: '没有这个期初文件。', en: 'There is no such file of balances.' },
  oneFile: { zh: '请上传一个文件（multipart/form-data，字段名 file）。', en: 'Upload one file (multipart/form-data, one part named file).' },
  tooLarge: { zh: '文件超过 {limit} MB。', en: 'The file is larger than {limit} MB.' },
  fileGone: { zh: '文件已不在，请重新上传。', en: 'The file is gone; upload it again.' },
  running: { zh: '正在处理这个文件，请等它结束或先停下。', en: 'The file is being worked on; wait for the end or stop it first.' },
  notRunning: { zh: '这个文件没有在处理。', en: 'Nothing works on this file.' },
  ended: { zh: '这个文件已经转入或撤销，不能再改。', en: 'This file is booked or undone; it cannot be changed any more.' },
  wrongColumn: { zh: '没有第 {column} 列，文件有 {columns} 列。', en: 'There is no column {column}; the file has {columns}.' },
  gapMember: { zh: '先指定哪一列是会员（手机、卡号或编号）。', en: 'Say first which column names the member (phone, card or number).' },
  gapAmount: { zh: '先指定哪一列是积分或成长值。', en: 'Say first which column holds points or growth value.' },
  notChecked: { zh: '先核对，再转入。', en: 'Check the file first.' },
  noControl: { zh: '先输入原系统的控制总数。', en: 'Type the control totals of the other system first.' },
  differs: { zh: '与控制总数不符，一分也没有转入：{currency} 差 {points} 积分、{lots} 批、{members} 位会员。', en: 'The control totals are not met, so nothing was booked: {currency} is off by {points} points, {lots} lots, {members} members.' },
  notBooked: { zh: '这个文件没有转入过，没有可撤销的。', en: 'Nothing of this file is booked; there is nothing to undo.' },
  used: { zh: '{n} 位会员已经用过、用完或失去了转入的积分，整份文件不能再撤销。', en: '{n} {n|member has|members have} used or lost points that were brought over; the file as a whole cannot be undone any more.' },
  unexplained: { zh: '文件里没有，或多出来的', en: 'not in the file, or in it beyond the total' },
  tierNote: { zh: '从原系统转入', en: 'brought over from the previous programme' }
} satisfies Record<string, Sentence>
