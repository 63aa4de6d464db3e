import type { Sentence } from '#foundation/words.ts'

export const openingPageWords = {
  title: { zh: '期初余额', en: 'Opening balances' }, one: { zh: '期初文件', en: 'File of balances' },
  question: { zh: '原来的会员和积分都带过来了吗？', en: 'Have the members and their points all come over?' },
  answerNone: { zh: '把原会员系统的余额或积分批次导成文件，放到这里：核对到每一分，才会记账。', en: 'Export balances or lots from the previous programme and drop the file here: it is booked only if it comes out right to the last point.' },
  answer: { zh: '已转入 {n} 份文件，共 {points} 积分、{lots} 批。', en: '{n} {n1|file|files} brought over: {points} points in {lots} lots.' },
  waiting: { zh: '正在读取…', en: 'Reading…' },
  choose: { zh: '放入文件', en: 'Bring a file' }, drop: { zh: '点这里选文件，或拖进来', en: 'Choose a file, or drop it here' }, uploading: { zh: '正在上传 {file}', en: 'Uploading {file}' },
  kinds: { zh: 'CSV 或 Excel，一行一位会员或一批积分。要有：手机、卡号或会员编号之一，积分（余额或批次）；可以有：获得日期、到期日期、积分种类、成长值、等级、批次号。', en: 'CSV or Excel, a row for each member or each lot. It needs a phone, card or member number, and points (a balance or a lot); it may have the day earned, the end, the currency, growth value, tier and lot number.' },
  past: { zh: '放进来的文件', en: 'Files so far' }, file: { zh: '文件', en: 'File' }, state: { zh: '状态', en: 'State' }, points: { zh: '积分', en: 'Points' }, lots: { zh: '批次', en: 'Lots' }, members: { zh: '会员', en: 'Members' }, when: { zh: '时间', en: 'When' },
  understood: { zh: '{file}：读懂了 {n} 列。先看下面的前几行，再输入原系统的总数，然后核对。', en: '{file}: {n} columns understood. Look at the first rows below, type the totals of the previous system, then check.' },
  gapMember: { zh: '{file}：还不知道哪一列是会员。请在下面指定。', en: '{file}: no column names the member yet. Say which below.' }, gapAmount: { zh: '{file}：还不知道哪一列是积分。请在下面指定。', en: '{file}: no column holds points yet. Say which below.' },
  checking: { zh: '正在核对 {file}', en: 'Checking {file}' }, booking: { zh: '正在转入 {file}', en: 'Bringing {file} over' }, undoing: { zh: '正在撤销 {file}', en: 'Undoing {file}' },
  checked: { zh: '{file}：{members} 位会员、{points} 积分。请输入原系统的总数，相符才能转入。', en: '{file}: {members} members with {points} points. Type the totals of the previous system; it is booked only if they agree.' },
  met: { zh: '{file}：与控制总数完全相符，{members} 位会员、{fresh} 积分可以转入。', en: '{file}: the control totals are met. {members} members and {fresh} points are ready to be booked.' },
  off: { zh: '{file}：与控制总数不符，差 {points}。一分也不会转入，原因见下。', en: '{file}: off the control totals by {points}. Nothing will be booked; the reasons are below.' },
  booked: { zh: '{file}：已转入 {points} 积分，{lots} 批。', en: '{file}: {points} points in {lots} lots are in the ledger.' }, bookedNone: { zh: '{file}：里面的批次都早已转入，什么也没有变。', en: '{file}: every lot in it had come over before; nothing changed.' },
  stopped: { zh: '{file}：停下了，已转入 {points} 积分。可以接着转入。', en: '{file}: stopped with {points} points booked. It can go on.' }, undone: { zh: '{file}：已整份撤销，会员资料保留。', en: '{file}: undone as a whole; the members stay.' }, failed: { zh: '{file}：没有完成。', en: '{file}: it did not finish.' },
  check: { zh: '核对', en: 'Check' }, checkAgain: { zh: '再核对一次', en: 'Check again' }, book: { zh: '转入', en: 'Book it' }, resume: { zh: '接着转入', en: 'Go on' }, undo: { zh: '整份撤销', en: 'Undo the file' }, another: { zh: '全部文件', en: 'All files' },
  undoSure: { zh: '撤销后，{lots} 批共 {points} 积分会从会员账户里收回；只要有一位会员用过，就整份都不撤销。会员资料保留。', en: 'This takes {points} points in {lots} lots back out of the wallets. If any member has used any of it, nothing is undone. The members stay.' }, yes: { zh: '撤销', en: 'Undo' }, no: { zh: '不撤销', en: 'Keep' },
  control: { zh: '控制总数', en: 'Control totals' }, controlWhy: { zh: '原系统报表上的数，包含已过期的批次；与文件差一分也不转入。', en: 'The figures of the previous system’s own report, ended lots included. One point off, and nothing is booked.' },
  currency: { zh: '积分种类', en: 'Currency' }, inFile: { zh: '文件里', en: 'In the file' }, typed: { zh: '原系统', en: 'Previous system' }, saveControl: { zh: '保存总数', en: 'Save totals' }, agrees: { zh: '相符', en: 'agrees' }, differsBy: { zh: '差 {n}', en: 'off by {n}' },
  found: { zh: '文件里有什么', en: 'What is in the file' }, rows: { zh: '行', en: 'Rows' }, newMembers: { zh: '其中新会员', en: 'New members' }, tiers: { zh: '带等级的会员', en: 'Members with a tier' }, rejected: { zh: '退回的行', en: 'Rejected rows' },
  fresh: { zh: '待转入', en: 'To be booked' }, known: { zh: '早已转入', en: 'Brought over before' }, ended: { zh: '已过期，只计数', en: 'Ended: counted, not booked' }, sum: { zh: '{points} · {lots} 批 · {members} 位', en: '{points} · {lots} lots · {members} members' },
  download: { zh: '下载退回的行', en: 'Download rejected rows' }, reasons: { zh: '为什么退回', en: 'Why they were rejected' }, why: { zh: '差在哪里', en: 'Where the difference is' }, reason: { zh: '{n} 行，{points} 积分：{why}', en: '{n} rows, {points} points: {why}' }, reasonRest: { zh: '{points} 积分：{why}', en: '{points} points: {why}' },
  preview: { zh: '前几行', en: 'First rows' }, line: { zh: '行', en: 'Line' }, member: { zh: '会员', en: 'Member' }, name: { zh: '姓名', en: 'Name' }, brings: { zh: '带来', en: 'Brings' }, earned: { zh: '获得', en: 'Earned' }, ends: { zh: '到期', en: 'Ends' }, never: { zh: '永不', en: 'never' }, nothing: { zh: '没有积分', en: 'no points' },
  columns: { zh: '列的含义', en: 'What the columns mean' }, column: { zh: '列', en: 'Column' }, example: { zh: '例', en: 'Example' }, means: { zh: '含义', en: 'Means' }, unused: { zh: '不用', en: 'Not used' },
  programme: { zh: '原系统代号', en: 'Previous programme' }, programmeWhy: { zh: '同一系统同一会员的同一批只转入一次', en: 'one lot of one member of one programme comes over once' }, noEnd: { zh: '没写到期日的', en: 'Lots without an end' }, byPolicy: { zh: '按积分规则', en: 'by the points policy' }, neverEnds: { zh: '永不过期', en: 'never end' },
  dateOrder: { zh: '日期', en: 'Dates' }, auto: { zh: '自动', en: 'automatic' }, dmy: { zh: '日/月/年', en: 'day/month/year' }, mdy: { zh: '月/日/年', en: 'month/day/year' }
} satisfies Record<string, Sentence>

export const openingStates = {
  uploaded: { zh: '已上传', en: 'Uploaded' }, checking: { zh: '核对中', en: 'Checking' }, checked: { zh: '已核对', en: 'Checked' }, booking: { zh: '转入中', en: 'Booking' }, stopped: { zh: '已停下', en: 'Stopped' },
  booked: { zh: '已转入', en: 'Booked' }, undoing: { zh: '撤销中', en: 'Undoing' }, undone: { zh: '已撤销', en: 'Undone' }, failed: { zh: '未完成', en: 'Failed' }
} satisfies Record<string, Sentence>

export const openingFieldWords = {
  phone: { zh: '手机号', en: 'Phone' }, email: { zh: '邮箱', en: 'E-mail' }, openid: { zh: '微信 openid', en: 'WeChat openid' }, unionid: { zh: '微信 unionid', en: 'WeChat unionid' }, card: { zh: '会员卡号', en: 'Card' },
  customer: { zh: '原系统会员编号', en: 'Member number' }, name: { zh: '姓名', en: 'Name' }, currency: { zh: '积分种类', en: 'Currency' }, amount: { zh: '积分（余额或批次）', en: 'Points (balance or lot)' }, earned: { zh: '获得日期', en: 'Day earned' },
  expires: { zh: '到期日期', en: 'End' }, lot: { zh: '批次号', en: 'Lot number' }, growth: { zh: '成长值', en: 'Growth value' }, tier: { zh: '等级', en: 'Tier' }
} satisfies Record<string, Sentence>
