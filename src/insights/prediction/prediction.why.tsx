import { useWords } from '#web/locale.tsx'
import { predictionPageWords as words } from './prediction.page.words.ts'
import type { Reason } from './prediction.schema.ts'

/** Why this chance: the strongest first, with the way it pulls. A short list is one line that shows the rest when pointed at. */
export function Reasons({ reasons, isShort = false }: { readonly reasons: readonly Reason[], readonly isShort?: boolean }) {
  const { say } = useWords()
  const told = reasons.map(({ code, effect, sentence }) => ({ code, text: `${effect === 'fact' ? '' : `${effect === 'up' ? '↑' : '↓'} `}${say(sentence)}`, way: effect === 'fact' ? undefined : say(words[effect]) }))
  if (isShort) return <span title={told.map(({ text }) => text).join(' · ')}>{told.map(({ text }) => text).join(' · ')}</span>
  return <ul className="in-marks">{told.map(({ code, text, way }) => <li key={code}>{text}{way !== undefined && <span className="ck-hidden"> ({way})</span>}</li>)}</ul>
}
