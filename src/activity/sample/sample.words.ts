import type { Sentence } from '#foundation/words.ts'

export const notEmpty: Sentence = {
  zh: '这里已有真实的客户或订单，不能再装入虚构数据。请换一个数据文件夹：DATA_DIR=另一个文件夹 npm start -- --sample',
  en: 'There are customers or orders here already, and made-up ones are never mixed with them. Use another data folder: DATA_DIR=another-folder npm start -- --sample'
}

export const jobTitle: Sentence = { zh: '装入示例数据', en: 'Loading the sample' }
