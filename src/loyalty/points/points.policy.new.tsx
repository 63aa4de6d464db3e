import { Button, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '#web/locale.tsx'
import { begun, codeFault } from './points.policy.form.schema.ts'
import { policyFormWords as words } from './points.policy.words.ts'
import type { CurrencyPolicy, PolicyParameters } from './points.schema.ts'

/** One more currency: its code and its digits are fixed for ever, the rest is a form like the others. */
export function NewCurrency({ parameters, onAdd }: { readonly parameters: PolicyParameters, readonly onAdd: (code: string, rules: CurrencyPolicy) => void }) {
  const { say } = useWords()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const [chinese, setChinese] = useState('')
  const [english, setEnglish] = useState('')
  const [scale, setScale] = useState(0)
  if (!isOpen) return <div><Button onClick={() => setOpen(true)}>{say(words.addCurrency)}</Button></div>
  const fault = codeFault(code, parameters)
  const isReady = fault === undefined && chinese.trim() !== '' && english.trim() !== ''
  const add = () => { onAdd(code, begun(chinese.trim(), english.trim(), scale)); setOpen(false); setCode(''); setChinese(''); setEnglish(''); setScale(0) }
  return (
    <fieldset className="po-group">
      <legend>{say(words.addCurrency)}</legend>
      <div className="po-field"><label htmlFor={`${id}code`}>{say(words.code)}</label><Input id={`${id}code`} value={code} maxLength={30} onChange={({ target }) => setCode(target.value.trim().toLowerCase())} />{code !== '' && fault !== undefined && <em className="po-fault" role="alert">{say(fault)}</em>}</div>
      <div className="po-field"><label htmlFor={`${id}scale`}>{say(words.scale)}</label><InputNumber id={`${id}scale`} min={0} max={6} precision={0} value={scale} onChange={(next) => setScale(next ?? 0)} /></div>
      <div className="po-field"><label htmlFor={`${id}zh`}>{say(words.nameZh)}</label><Input id={`${id}zh`} value={chinese} maxLength={30} onChange={({ target }) => setChinese(target.value)} /></div>
      <div className="po-field"><label htmlFor={`${id}en`}>{say(words.nameEn)}</label><Input id={`${id}en`} value={english} maxLength={30} onChange={({ target }) => setEnglish(target.value)} /></div>
      <p className="ck-soft ck-small po-whole">{say(words.fixedForEver)}</p>
      <div className="ck-bar po-whole"><Button type="primary" disabled={!isReady} onClick={add}>{say(words.addIt)}</Button><Button onClick={() => setOpen(false)}>{say(words.leaveIt)}</Button></div>
    </fieldset>
  )
}
