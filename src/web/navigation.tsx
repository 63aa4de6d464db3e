import { AimOutlined, BulbOutlined, CrownOutlined, CustomerServiceOutlined, HeartOutlined, HomeOutlined, LineChartOutlined, SettingOutlined, TeamOutlined, ThunderboltOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'
import { Go } from './address.tsx'
import { useWords } from './locale.tsx'
import { isListed, type PageDef, type Room } from './page.ts'
import { roomWords, shellWords } from './shell.words.ts'

const order: readonly (readonly [Room, ComponentType])[] = [
  ['overview', HomeOutlined], ['customers', TeamOutlined], ['activity', ThunderboltOutlined], ['insights', BulbOutlined], ['decisions', AimOutlined],
  ['loyalty', CrownOutlined], ['care', HeartOutlined], ['service', CustomerServiceOutlined], ['evaluation', LineChartOutlined], ['settings', SettingOutlined]
]

/** The rooms that have a page this person may open. A room with several pages unfolds while one of them is open. */
/** Whatever is filtered on a page, it is still the page. */
const byPath = { exact: true, includeSearch: false }

interface NavigationProps { readonly pages: readonly PageDef[], readonly current: PageDef | undefined, readonly onGo?: () => void }

export function Navigation({ pages, current, onGo }: NavigationProps) {
  const { say } = useWords()
  const rooms = order
    .map(([room, Icon]) => ({ room, Icon, pages: pages.filter((page) => page.room === room && isListed(page)) }))
    .filter((room) => room.pages.length > 0)
  return (
    <nav className="ck-nav" aria-label={say(shellWords.navigation)}>
      <Go to="/" className="ck-brand" onClick={onGo}><strong>常客</strong> <span>Changke</span></Go>
      <ul>
        {rooms.map(({ room, Icon, pages: [first, ...others] }) => {
          if (first === undefined) return null
          const isOpen = current?.room === room
          // The link itself tells screen readers where it leads; the shade shows the deepest open entry only.
          const isHere = isOpen && (others.length === 0 || !isListed(current))
          return (
            <li key={room}>
              <Go to={first.path} activeOptions={byPath} className={isHere ? 'ck-room ck-room-here' : isOpen ? 'ck-room ck-room-open' : 'ck-room'} onClick={onGo}>
                <Icon aria-hidden />
                <span>{say(roomWords[room])}</span>
              </Go>
              {isOpen && others.length > 0 && (
                <ul className="ck-pages">
                  {[first, ...others].map((page) => (
                    <li key={page.path}><Go to={page.path} activeOptions={byPath} onClick={onGo}>{say(page.title)}</Go></li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
