import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '#web/components/Refusal.tsx'
import { useLabels } from '#web/language.ts'
import { uploadFile, type KeptFile } from '#web/upload.ts'
import { labels } from './labels.ts'

export type Paper = KeptFile

type Props = {
  readonly words: string
  readonly papers: readonly Paper[]
  readonly onWords: (words: string) => void
  readonly onPapers: (papers: readonly Paper[]) => void
}

/** 凭证与说明: slips dropped, pasted or chosen, and what they show in words. */
export function EvidenceField({ words, papers, onWords, onPapers }: Props) {
  const t = useLabels(labels)
  const id = useId()
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<unknown>()
  const take = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    setPart(0)
    await uploadFile(file, setPart).then(
      (kept) => onPapers([...papers.filter(({ fileId }) => fileId !== kept.fileId), kept]),
      setProblem,
    )
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
          {papers.map(({ fileId, fileName, bytes }) => (
            <span key={fileId} className="dx-row">
              <span className="dx-cut" title={fileName}>
                {fileName} <span className="dx-t3">{Math.ceil(bytes / 1024)} kB</span>
              </span>
              <button
                type="button"
                className="dx-icon-button"
                aria-label={`${t.drop} ${fileName}`}
                onClick={() => onPapers(papers.filter((one) => one.fileId !== fileId))}
              >
                <CloseOutlined />
              </button>
            </span>
          ))}
          {part !== undefined && <progress value={part} max={1} aria-label={t.sending} />}
          <label className="dx-funds-choose">
            {papers.length > 0 ? t.oneMore : t.attach}
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
