import { createRoot } from 'react-dom/client'
import { overviewWords } from './overview/overview.words.ts'
import { Entrance } from './web/entrance.tsx'
import type { ActionDef, PageDef } from './web/page.ts'

/** The pages of the console, in the order of the navigation. One line a page; its code is loaded when it is opened. */
const pages: readonly PageDef[] = [
  { path: '/', room: 'overview', title: overviewWords.title, right: 'anyone', load: async () => (await import('./overview/overview.page.tsx')).OverviewPage, finds: 'zonglan zl home' }
]

/** What the command box offers besides pages. */
const actions: readonly ActionDef[] = []

const place = document.getElementById('console')
if (place !== null) createRoot(place).render(<Entrance pages={pages} actions={actions} />)
