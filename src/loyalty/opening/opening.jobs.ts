/** The work behind a file of balances: its check, its booking, its undoing. */
import type { House } from '#foundation/house.ts'
import type { Job } from '#foundation/queue.ts'
import { bookFile, undoFile } from './opening.booking.ts'
import { check } from './opening.check.ts'
import * as sql from './opening.sql.ts'
import { openingJobs as words } from './opening.words.ts'

export const jobNames = { check: 'opening.check', book: 'opening.book', undo: 'opening.undo' } as const

type Data = Readonly<Record<string, unknown>>
const fileOf = ({ db }: House, { fileId }: Data): Promise<sql.FileRow | undefined> => sql.findFile(db, typeof fileId === 'string' ? fileId : '')
const actorOf = ({ actor }: Data): string => (typeof actor === 'string' ? actor : 'opening')

export const jobs: readonly Job[] = [
  {
    name: jobNames.check, title: words.checkTitle, retries: 1,
    run: async (house, data, run) => {
      const file = await fileOf(house, data)
      if (file !== undefined && (file.state === 'uploaded' || file.state === 'checked')) await sql.saveFound(house.db, file.fileId, await check(house, file, run))
    }
  },
  {
    name: jobNames.book, title: words.bookTitle, retries: 3,
    run: async (house, data, run) => {
      const file = await fileOf(house, data)
      if (file?.state !== 'checked') return
      await bookFile(house, file, actorOf(data), run)
      await sql.saveEnd(house.db, file.fileId, 'booked', house.clock())
    }
  },
  {
    name: jobNames.undo, title: words.undoTitle, retries: 1,
    run: async (house, data, run) => {
      const file = await fileOf(house, data)
      if (file === undefined || file.state === 'undone') return
      await undoFile(house, file, actorOf(data), run)
      await sql.saveEnd(house.db, file.fileId, 'undone', house.clock())
    }
  }
]
