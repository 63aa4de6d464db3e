/** A helper of `openCrew`: lends itself to one fit after another. */
import { parentPort } from 'node:worker_threads'
import { lend, type Ground } from '#stats/trees.ground.ts'
import { workOn } from '#stats/trees.work.ts'

parentPort?.on('message', (ground: Ground) => { lend(ground, workOn(ground)) })
