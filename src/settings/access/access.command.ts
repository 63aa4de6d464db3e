/** `changke password EMAIL`: the way back in for an owner who forgot the password. Whoever can run it has the data anyway. */
import type { Command } from '#foundation/command.ts'
import { readConfig } from '#foundation/config.ts'
import { createLog } from '#foundation/log.ts'
import { openHouse } from '#foundation/opening.ts'
import { say } from '#foundation/words.ts'
import { accessWords } from './access.words.ts'
import { resetByEmail } from './users.ts'

export const passwordCommand: Command = {
  name: 'password', meaning: accessWords.commandMeaning, takes: ['EMAIL'], options: {},
  run: async ({ words: [email = ''] }, { print, locale }) => {
    const { house, close } = await openHouse({ config: readConfig(), log: createLog('warn'), capabilities: [] })
    try {
      const { token } = await house.db.transaction().execute((trx) => resetByEmail(trx, email, house.clock()))
      print(`${say(accessWords.commandLink, locale)}\n${house.config.publicUrl}/join#${token}\n`)
    } finally { await close() }
  }
}
