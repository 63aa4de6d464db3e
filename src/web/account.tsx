import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { leave } from './gate.ts'
import { useSettledLocale } from './language.tsx'
import { useWords } from './locale.tsx'
import { Overlay } from './overlay.tsx'
import { useSession } from './session.tsx'
import { shellWords } from './shell.words.ts'
import { useTheme, type Brightness } from './theme.tsx'

/** Language, appearance and the way out. */
export function AccountMenu() {
  const { say, locale } = useWords()
  const settleLocale = useSettledLocale()
  const { brightness, setBrightness } = useTheme()
  const { user, business } = useSession()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const signOut = useMutation({ mutationFn: leave, onSettled: () => { client.clear(); location.assign('/') } })
  const themes: readonly (readonly [Brightness, string])[] = [['system', say(shellWords.themeSystem)], ['light', say(shellWords.themeLight)], ['dark', say(shellWords.themeDark)]]
  return (
    <Overlay isOpen={isOpen} onOpen={setOpen} className="ck-avatar" label={say(shellWords.account, { name: user.name })} face={initialOf(user.name)}>
      <div className="ck-who"><strong>{user.name}</strong><span>{business.name}</span><span>{user.email}</span></div>
      <Choice name="locale" title={say(shellWords.language)} options={[['zh-CN', '中文'], ['en', 'English']]} value={locale} onChoose={settleLocale} />
      <Choice name="theme" title={say(shellWords.theme)} options={themes} value={brightness} onChoose={setBrightness} />
      <button type="button" className="ck-item" disabled={signOut.isPending} onClick={() => signOut.mutate()}>{say(shellWords.signOut)}</button>
    </Overlay>
  )
}

interface ChoiceProps<Value extends string> {
  readonly name: string, readonly title: string, readonly value: Value
  readonly options: readonly (readonly [Value, string])[]
  readonly onChoose: (value: Value) => void
}

export function Choice<Value extends string>({ name, title, options, value, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="ck-choice">
      <legend>{title}</legend>
      {options.map(([option, text]) => (
        <label key={option}><input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} /><span>{text}</span></label>
      ))}
    </fieldset>
  )
}

const initialOf = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? '·'
