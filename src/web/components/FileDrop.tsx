import { CloudUploadOutlined } from '@ant-design/icons'
import { useId, useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { uploadFile, type KeptFile } from '../upload.ts'
import { Refusal } from './Refusal.tsx'
import './file-drop.css'

type Props = {
  /** What is wanted: 首次执行案件台账. */
  readonly what: string
  /** `.xlsx,.xls,.csv` */
  readonly accept: string
  readonly mostBytes: number
  readonly onKept: (file: KeptFile) => void
}

/** Dropped, pasted or chosen. Kind and size are said before sending; progress while it goes; a refusal stays readable. */
export function FileDrop({ what, accept, mostBytes, onKept }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<unknown>()
  const [tooLarge, setTooLarge] = useState(false)
  const [over, setOver] = useState(false)
  const most = Math.floor(mostBytes / 1024 / 1024)
  const t = useLabels({
    choose: label('选文件', 'Choose a file'),
    drop: label(
      `把${what}拖到这里，或选文件、粘贴。可用 ${accept.replaceAll(',', '、')}，不超过 ${most} MB。`,
      `Drop, paste or choose ${accept}, at most ${most} MB.`,
    ),
    large: label(`文件超过 ${most} MB。请拆成几份再传。`, `Larger than ${most} MB; split it.`),
    sending: label('正在上传', 'Uploading'),
  })
  const take = async (file: File | undefined) => {
    setProblem(undefined)
    setTooLarge(file !== undefined && file.size > mostBytes)
    if (!file || file.size > mostBytes) return
    setPart(0)
    await uploadFile(file, setPart).then(onKept, setProblem)
    setPart(undefined)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div
      className={`dx-drop ${over ? 'dx-over' : ''}`}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => void take(event.clipboardData.files[0])}
    >
      <CloudUploadOutlined aria-hidden />
      <p className="dx-t2" id={`${id}-hint`}>
        {t.drop}
      </p>
      <label className="dx-drop-choose">
        {t.choose}
        <input
          ref={input}
          type="file"
          className="dx-hidden"
          accept={accept}
          aria-describedby={`${id}-hint`}
          onChange={({ target }: ChangeEvent<HTMLInputElement>) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      {part !== undefined && (
        <p role="status">
          <progress value={part} max={1} aria-label={t.sending} /> {Math.floor(part * 100)}%
        </p>
      )}
      {tooLarge && (
        <p className="dx-drop-large" role="alert">
          {t.large}
        </p>
      )}
      {problem !== undefined && <Refusal problem={problem} />}
    </div>
  )
}
