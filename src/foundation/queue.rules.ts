/** What follows from how an attempt ended. Pure. */
import { Refusal } from './refusal.ts'
import type { RunProblem } from './runs.ts'

export type Verdict =
  | { readonly kind: 'again', readonly problem: RunProblem, readonly seconds: number }
  | { readonly kind: 'failed', readonly problem: RunProblem }

/** A Refusal is an answer and is final; anything else is tried again while attempts are left. */
export function verdictOn(error: unknown, attempt: number, retries: number): Verdict {
  const problem = problemOfRun(error)
  if (error instanceof Refusal || attempt > retries) return { kind: 'failed', problem }
  return { kind: 'again', problem, seconds: pauseSeconds(attempt) }
}

/** 2, 4, 8 … seconds, never more than ten minutes. */
export const pauseSeconds = (attempt: number): number => Math.min(600, 2 ** Math.min(attempt, 10))

function problemOfRun(error: unknown): RunProblem {
  if (error instanceof Refusal) return { code: error.code, sentence: error.sentence, values: error.detail }
  return {
    code: 'jobs.unexpected', values: {}, error: (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500),
    sentence: { zh: '出了意外，已记入日志。可以重试；若仍然失败，请把下面的技术细节告诉管理员。', en: 'Something unexpected happened and was logged. Try again; if it stays, give the technical detail below to your administrator.' }
  }
}
