import { PaperClipOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '#web/components/Refusal.tsx'
import { useLabels } from '#web/language.ts'
import { uploadFile, type KeptFile } from '#web/upload.ts'
import { labels } from './labels.ts'

export type Paper = KeptFile

/** The words of a claim with the paper that the court keeps for it, named by its number. */
export const evidenceText = (words: string, paper: Paper | undefined): string =>
  [words.trim(), paper && `凭证 ${paper.fileName.slice(-40)}（${paper.fileId}）`]
    .filter(Boolean)
    .join('　')
    .slice(0, 300)

type Props = {
  readonly words: string
  readonly paper: Paper | undefined
  readonly onWords: (words: string) => void
  readonly onPaper: (paper: Paper) => void
}

/** 凭证与说明: a slip dropped, pasted or chosen, and what it shows in words. */
export function EvidenceField({ words, paper, onWords, onPaper }: Props) {
  const t = useLabels(labels)
  const id = useId()
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<unknown>()
  const take = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    setPart(0)
    await uploadFile(file, setPart).then(onPaper, setProblem)
    setPart(undefined)
  }
  return (
    <section>
      <h3>{t.evidence}</h3>
      <div
        className="dx-funds-evidence"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void take(event.dataTransfer.files[0])
        }}
        onPaste={(event) => void take(event.clipboardData.files[0])}
      >
        <div className="dx-funds-paper">
          <PaperClipOutlined aria-hidden />
          {paper && (
            <span className="dx-cut" title={paper.fileName}>
              {paper.fileName} <span className="dx-t3">{Math.ceil(paper.bytes / 1024)} kB</span>
            </span>
          )}
          {part !== undefined && <progress value={part} max={1} aria-label={t.sending} />}
          <label className="dx-funds-choose">
            {paper ? t.replace : t.attach}
            <input
              type="file"
              className="dx-hidden"
              accept=".pdf,.png,.jpg,.jpeg"
              onChange={({ target }) => {
                void take(target.files?.[0])
                target.value = ''
              }}
            />
          </label>
        </div>
        <Input
          id={id}
          aria-label={t.evidenceText}
          placeholder={t.evidenceText}
          value={words}
          maxLength={200}
          onChange={({ target }) => onWords(target.value)}
        />
      </div>
      {problem !== undefined && <Refusal problem={problem} />}
    </section>
  )
}
