import { CloudUploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useState, type ChangeEvent, type DragEvent } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { asProblem } from '../problem.ts'
import { uploadFile, type KeptFile } from '../upload.ts'
import { droppedFiles } from './dropped-files.ts'
import { Refusal } from './Refusal.tsx'
import './file-drop.css'

type Props = {
  /** What is wanted: 首次执行案件台账. */
  readonly what: string
  /** `.xlsx,.xls,.csv` */
  readonly accept: string
  readonly mostBytes: number
  readonly onKept: (file: KeptFile) => void
  /** Several files or a folder, unsent: whoever takes them sends them. Without it only one is taken. */
  readonly onSeveral?: (files: readonly File[]) => void
}

/** Dropped, pasted or chosen. Kind and size are said before sending; progress while it goes; a refusal stays readable. */
export function FileDrop({ what, accept, mostBytes, onKept, onSeveral }: Props) {
  const id = useId()
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<unknown>()
  const [cutOff, setCutOff] = useState<File>()
  const [tooLarge, setTooLarge] = useState(false)
  const [over, setOver] = useState(false)
  const most = Math.floor(mostBytes / 1024 / 1024)
  const t = useLabels({
    choose: label('选文件', 'Choose a file'),
    folder: label('选整个文件夹', 'Choose a folder'),
    drop: label(
      `把${what}${onSeveral ? '（可多份，也可整个文件夹）' : ''}拖到这里，或选文件、粘贴。可用 ${accept.replaceAll(',', '、')}，${onSeveral ? '每份' : ''}不超过 ${most} MB。`,
      `Drop, paste or choose ${accept}, at most ${most} MB${onSeveral ? ' each; a folder may come whole' : ''}.`,
    ),
    large: label(`文件超过 ${most} MB。请拆成几份再传。`, `Larger than ${most} MB; split it.`),
    sending: label('正在上传', 'Uploading'),
    again: label('重新上传', 'Send it again'),
  })
  const take = async (file: File | undefined) => {
    setProblem(undefined)
    setCutOff(undefined)
    setTooLarge(file !== undefined && file.size > mostBytes)
    if (!file || file.size > mostBytes) return
    setPart(0)
    await uploadFile(file, setPart).then(onKept, (thrown: unknown) => {
      setProblem(thrown)
      if (asProblem(thrown).isUnreachable) setCutOff(file)
    })
    setPart(undefined)
  }
  const takeAll = (files: readonly File[]) => {
    if (onSeveral && files.length > 1) onSeveral(files)
    else void take(files[0])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void droppedFiles(event.dataTransfer).then(takeAll)
  }
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    takeAll([...(target.files ?? [])])
    target.value = ''
  }
  return (
    <div
      className={`dx-drop ${over ? 'dx-over' : ''}`}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => takeAll([...event.clipboardData.files])}
    >
      <CloudUploadOutlined aria-hidden />
      <p className="dx-t2" id={`${id}-hint`}>
        {t.drop}
      </p>
      <div className="dx-row">
        <label className="dx-drop-choose">
          {t.choose}
          <input
            type="file"
            className="dx-hidden"
            accept={accept}
            multiple={onSeveral !== undefined}
            aria-describedby={`${id}-hint`}
            onChange={chosen}
          />
        </label>
        {onSeveral && (
          <label className="dx-drop-choose dx-drop-folder">
            {t.folder}
            <input type="file" className="dx-hidden" ref={wholeFolder} onChange={chosen} />
          </label>
        )}
      </div>
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
      {cutOff && (
        <Button onClick={() => void take(cutOff)}>
          {t.again} {cutOff.name}
        </Button>
      )}
    </div>
  )
}

/** React knows no such attribute; browsers do. */
const wholeFolder = (input: HTMLInputElement | null) => input?.setAttribute('webkitdirectory', '')
