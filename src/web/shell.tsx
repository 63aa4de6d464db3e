import { Outlet, useMatches, useRouteContext, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Go, useAsOf } from './address.tsx'
import { Command } from './command.tsx'
import { EmptyStart } from './empty.tsx'
import { ErrorNote } from './error.tsx'
import { useFormat } from './format.tsx'
import { useWords } from './locale.tsx'
import { Navigation } from './navigation.tsx'
import { isListed, type ActionDef, type PageDef } from './page.ts'
import { useSession } from './session.tsx'
import { shellWords } from './shell.words.ts'
import { Topbar } from './topbar.tsx'

export interface ShellContext { readonly pages: readonly PageDef[], readonly actions: readonly ActionDef[], readonly maySearch: boolean }

/** The frame around every page. */
export function Shell() {
  const { say } = useWords()
  const { pages, actions, maySearch }: ShellContext = useRouteContext({ from: '__root__' })
  const current = useCurrentPage(pages)
  const [isFinding, setFinding] = useState(false)
  const drawer = useRef<HTMLDialogElement>(null)
  useShortcut(() => setFinding(true))
  useEffect(() => { document.title = `${current ? say(current.title) : say(shellWords.notFound)} · ${say(shellWords.product)}` }, [current, say])
  return (
    <div className="ck-shell">
      <a className="ck-skip" href="#content">{say(shellWords.skip)}</a>
      <div className="ck-side"><Navigation pages={pages} current={current} /></div>
      <dialog ref={drawer} className="ck-drawer" aria-label={say(shellWords.navigation)} onClick={(event) => { if (event.target === drawer.current) drawer.current.close() }}>
        <Navigation pages={pages} current={current} onGo={() => drawer.current?.close()} />
        <button type="button" className="ck-item" onClick={() => drawer.current?.close()}>{say(shellWords.close)}</button>
      </dialog>
      <div className="ck-main">
        <Topbar
          current={current} roomPage={pages.find((page) => page.room === current?.room && isListed(page))}
          openCommand={() => setFinding(true)} openNavigation={() => drawer.current?.showModal()}
        />
        <Banners pages={pages} />
        {/* A page that changes without a load is announced: screen readers hear where they are. */}
        <p className="ck-hidden" role="status">{current && say(current.title)}</p>
        <main id="content" tabIndex={-1}><Outlet /></main>
      </div>
      {isFinding && <Command pages={pages} actions={actions} maySearch={maySearch} onClose={() => setFinding(false)} />}
    </div>
  )
}

/** What every page must say: that the data is made up, that the figures are of another day. */
function Banners({ pages }: { readonly pages: readonly PageDef[] }) {
  const { say } = useWords()
  const { business } = useSession()
  const { day } = useFormat()
  const asOf = useAsOf()
  return (
    <>
      {business.synthetic && (
        <aside className="ck-banner">
          {say(shellWords.synthetic)} {pages.some((page) => page.path === '/imports') && <Go to="/imports">{say(shellWords.importOwn)}</Go>}
        </aside>
      )}
      {asOf !== undefined && <aside className="ck-banner ck-banner-past">{say(shellWords.asOfPast, { day: day(asOf) })}</aside>}
    </>
  )
}

function useCurrentPage(pages: readonly PageDef[]): PageDef | undefined {
  const found = useMatches().at(-1)?.fullPath
  return pages.find((page) => page.path === found || `${page.path}/` === found)
}

function useShortcut(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

export function PageWait() {
  const { say } = useWords()
  return <div className="ck-page" aria-busy="true" aria-label={say(shellWords.loading)} role="status"><div className="ck-wait"><span /><span /><span /><span /></div></div>
}

export function PageBroken({ error, reset }: ErrorComponentProps) {
  // After an update of the server the page's old code is gone: loading again brings the new one.
  const isOutdated = /dynamically imported module|module script/i.test(String(error))
  return <div className="ck-page"><ErrorNote error={error} onRetry={isOutdated ? () => location.reload() : reset} /></div>
}

export function NotFound() {
  const { say } = useWords()
  return (
    <div className="ck-page">
      <EmptyStart isPage title={say(shellWords.notFound)} why={<p>{say(shellWords.notFoundWhy)}</p>}>
        <Go to="/" className="ck-button">{say(shellWords.toOverview)}</Go>
      </EmptyStart>
    </div>
  )
}
