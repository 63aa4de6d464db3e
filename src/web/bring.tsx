/** A file is brought: dropped or chosen, sent, and opened on its own page. */
import { Upload } from 'antd'
import { useState } from 'react'
import type { Sentence } from '#foundation/words.ts'
import { useGo } from './address.tsx'
import { send } from './api.ts'
import { ErrorNote } from './error.tsx'
import { useWords } from './locale.tsx'
import { Card } from './question.tsx'

interface BringWords { readonly choose: Sentence, readonly drop: Sentence, readonly uploading: Sentence, readonly kinds: Sentence }

/** `capability`: whose API takes the file and whose page shows it. */
export function BringFile({ capability, words }: { readonly capability: string, readonly words: BringWords }) {
  const { say } = useWords()
  const go = useGo()
  const [fault, setFault] = useState<unknown>(null)
  const [sending, setSending] = useState<string>()
  const take = async (file: File): Promise<void> => {
    setFault(null)
    setSending(file.name)
    try {
      const form = new FormData()
      form.append('file', file)
      const { id } = await send<{ readonly id: string }>('POST', `/api/${capability}`, form)
      go(`/${capability}/${id}`)
    } catch (error) {
      setFault(error)
    } finally {
      setSending(undefined)
    }
  }
  return (
    <Card title={say(words.choose)}>
      <Upload.Dragger accept=".csv,.txt,.tsv,.xlsx,.gz,.zip" showUploadList={false} disabled={sending !== undefined} beforeUpload={(file) => { void take(file); return false }}>
        <p><strong>{sending === undefined ? say(words.drop) : say(words.uploading, { file: sending })}</strong></p>
        {sending !== undefined && <progress aria-label={say(words.uploading, { file: sending })} />}
        <p className="ck-soft ck-small">{say(words.kinds)}</p>
      </Upload.Dragger>
      {fault !== null && <ErrorNote error={fault} />}
    </Card>
  )
}
