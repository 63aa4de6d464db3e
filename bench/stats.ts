/** The mathematics against those who do it elsewhere. Each part stands in a file of its own, bench/stats.NAME.ts, and says for itself what this machine lacks. */
import type { Bench, Row, Setting } from './bench.ts'
import { btyd } from './stats.btyd.ts'
import { forecasts } from './stats.m3.ts'
import { scoring } from './stats.scoring.ts'
import { trees } from './stats.trees.ts'

export type Part = (setting: Setting) => Promise<readonly Row[]>

const parts: readonly Part[] = [btyd, forecasts, trees, scoring]

export const bench: Bench = {
  name: 'stats',
  title: 'Statistics: models against the obvious alternative',
  run: async (setting) => {
    const rows: Row[] = []
    // One after the other: they are timed.
    for (const part of parts) rows.push(...await part(setting))
    return rows
  }
}
