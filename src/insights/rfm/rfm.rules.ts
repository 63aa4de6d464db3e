/**
 * The ten named segments: boxes of score ranges, tried in this order, the first that fits wins; "Others" when none does.
 * Source: vignette "RFM introduction" of the R package rfm 0.3.0 (A. Hebbali), `rfm_segment`.
 */
import type { SegmentId } from './rfm.schema.ts'

interface Box { readonly id: SegmentId, readonly r: readonly [number, number], readonly f: readonly [number, number], readonly m: readonly [number, number] }

export const boxes: readonly Box[] = [
  { id: 'champions', r: [5, 5], f: [5, 5], m: [5, 5] },
  { id: 'potential_loyalist', r: [3, 5], f: [3, 5], m: [2, 5] },
  { id: 'loyal_customers', r: [2, 4], f: [2, 4], m: [2, 4] },
  { id: 'promising', r: [3, 4], f: [1, 3], m: [3, 5] },
  { id: 'new_customers', r: [4, 5], f: [1, 3], m: [1, 5] },
  { id: 'cannot_lose_them', r: [1, 2], f: [3, 4], m: [4, 5] },
  { id: 'at_risk', r: [1, 2], f: [2, 5], m: [4, 5] },
  { id: 'need_attention', r: [1, 3], f: [3, 5], m: [3, 5] },
  { id: 'about_to_sleep', r: [2, 3], f: [1, 3], m: [1, 4] },
  { id: 'lost', r: [1, 1], f: [1, 5], m: [1, 5] }
]

const within = (score: number, [low, high]: readonly [number, number]): boolean => score >= low && score <= high

export const segmentOf = (r: number, f: number, m: number): SegmentId =>
  boxes.find((box) => within(r, box.r) && within(f, box.f) && within(m, box.m))?.id ?? 'others'

const scores = [1, 2, 3, 4, 5] as const

/** The score triples of a segment, as `555,455`. */
export const triplesOf = (segment: SegmentId): string =>
  scores.flatMap((r) => scores.flatMap((f) => scores.flatMap((m) => (segmentOf(r, f, m) === segment ? [`${r}${f}${m}`] : [])))).join(',')
