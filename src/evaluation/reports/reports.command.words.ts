import type { Sentence } from '#foundation/words.ts'

export const commandWords = {
  analyse: { zh: '读一份订单文件，直接说出谁在流失、值多少钱；不需要任何设置', en: 'reads a file of orders and says who is slipping away and what it is worth; needs no set-up' },
  asOf: { zh: '截至哪一天（默认：数据最后一天的次日）', en: 'as of which day (default: the day after the last in the data)' },
  cleaning: { zh: '什么算一次购买（默认 net：退款后金额大于零的订单）', en: 'what counts as a purchase (default net: orders worth more than zero after refunds)' },
  json: { zh: '打印 JSON（结构见 docs/analyse.schema.json）', en: 'print JSON (described by docs/analyse.schema.json)' },
  html: { zh: '写成一个可打印的网页文件', en: 'write one self-contained page that can be printed' },
  currency: { zh: '金额的币种，如 CNY（默认：文件里写的）', en: 'the currency of the amounts, such as GBP (default: what the file says)' },
  zone: { zh: '时间戳没有时区时按哪个时区（默认：本机）', en: 'the time zone of timestamps that name none (default: that of this machine)' },
  country: { zh: '手机号和含糊日期按哪个国家读（默认 CN）', en: 'the country by which phone numbers and ambiguous dates are read (default CN)' },
  calls: { zh: '列出多少位要先联系的客户（默认 20）', en: 'how many customers to call first are listed (default 20)' },
  lang: { zh: '报告的语言（默认按系统）', en: 'the language of the report (default: as the system)' },
  map: { zh: '指定列的含义，如 time=成交时间,amount=实付（默认自动识别）', en: 'what columns mean, such as time=Paid at,amount=Total (default: recognised)' },
  mapHint: { zh: '例如：--map time=成交时间,amount=实付', en: 'For example: --map time=Paid at,amount=Total' },
  noFile: { zh: '找不到文件 {path}。', en: 'There is no file {path}.' },
  notAFile: { zh: '{path} 不是文件。', en: '{path} is not a file.' },
  overItself: { zh: '--html 不能写到订单文件自己身上。', en: '--html cannot write over the file of orders itself.' },
  cannotWrite: { zh: '写不进 {path}：文件夹不存在，或没有权限。', en: 'Cannot write {path}: the folder does not exist, or may not be written.' },
  expectsDay: { zh: '应为一个日期，如 2026-01-31', en: 'a day like 2026-01-31' },
  expectsZone: { zh: '应为一个时区，如 Asia/Shanghai', en: 'a time zone like Europe/London' },
  expectsCurrency: { zh: '应为三个字母的币种代码，如 CNY', en: 'a currency code of three letters, like GBP' },
  expectsCountry: { zh: '应为两个字母的国家代码，如 CN', en: 'a country code of two letters, like GB' },
  expectsCalls: { zh: '应为 0 到 999 的整数', en: 'a whole number from 0 to 999' }
} satisfies Record<string, Sentence>
