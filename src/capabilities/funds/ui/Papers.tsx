import { PaperClipOutlined } from '@ant-design/icons'
import type { ClaimPaper } from '../claims/contract.ts'

type Props = { readonly papers: readonly ClaimPaper[]; readonly hrefOf: (fileId: string) => string }

/** What was sent to show whose a sum is, each to be opened. */
export function Papers({ papers, hrefOf }: Props) {
  return papers.map(({ fileId, fileName }) => (
    <a key={fileId} className="dx-funds-slip" href={hrefOf(fileId)} download={fileName} title={fileName}>
      <PaperClipOutlined aria-hidden /> {fileName}
    </a>
  ))
}
