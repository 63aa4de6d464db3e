import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/locale.tsx'
import { accessPageWords as words } from './access.page.words.ts'

interface ShownProps { readonly title: string, readonly what: string, readonly secret: string, readonly onClose: () => void }

/** A link or key that is shown once: it closes by its button only, never by a stray click. */
export function ShownOnce({ title, what, secret, onClose }: ShownProps) {
  const { say } = useWords()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    // The clipboard exists only on https and localhost; elsewhere the field is selected for the person to copy.
    if ('clipboard' in navigator) await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} keyboard={false} footer={<Button onClick={onClose}>{say(words.close)}</Button>}>
      <p>{what}</p>
      <div className="ck-bar">
        <Input.TextArea aria-label={title} readOnly autoSize value={secret} onFocus={(event) => event.target.select()} />
        <Button type="primary" onClick={() => { void copy() }}>{say(isCopied ? words.copied : words.copy)}</Button>
      </div>
    </Modal>
  )
}
