import { MenuOutlined, SearchOutlined } from '@ant-design/icons'
import { AccountMenu } from './account.tsx'
import { AsOf } from './asof.tsx'
import { Go } from './address.tsx'
import { useWords } from './locale.tsx'
import type { PageDef } from './page.ts'
import { commandWords, roomWords, shellWords } from './shell.words.ts'

interface TopbarProps {
  readonly current: PageDef | undefined
  readonly roomPage: PageDef | undefined
  readonly openCommand: () => void
  readonly openNavigation: () => void
}

export function Topbar({ current, roomPage, openCommand, openNavigation }: TopbarProps) {
  const { say } = useWords()
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  return (
    <header className="ck-topbar">
      <button type="button" className="ck-icon ck-menu" aria-label={say(shellWords.openNavigation)} onClick={openNavigation}><MenuOutlined aria-hidden /></button>
      <nav className="ck-trail" aria-label={say(shellWords.trail)}>
        {current && <ol>
          {current.room !== 'overview' && <li>{roomPage && roomPage !== current ? <Go to={roomPage.path}>{say(roomWords[current.room])}</Go> : say(roomWords[current.room])}</li>}
          {say(current.title) !== say(roomWords[current.room]) || current.room === 'overview' ? <li aria-current="page">{say(current.title)}</li> : null}
        </ol>}
      </nav>
      <button type="button" className="ck-find" aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'} onClick={openCommand}>
        <SearchOutlined aria-hidden />
        <span className="ck-find-text">{say(commandWords.open)}</span>
        <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <AsOf />
      <AccountMenu />
    </header>
  )
}
