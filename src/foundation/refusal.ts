import type { Sentence, Values } from './words.ts'

export type { Sentence } from './words.ts'

/**
 * An expected "no": a rule of the product, said in both languages. HTTP renders it as RFC 9457 problem+json; the command line prints the sentence.
 * `detail` fills the sentence's placeholders and travels to the caller. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly sentence: Sentence
  readonly detail: Values

  constructor(code: string, status: number, sentence: Sentence, detail: Values = {}) {
    super(sentence.en)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.sentence = sentence
    this.detail = detail
  }
}
