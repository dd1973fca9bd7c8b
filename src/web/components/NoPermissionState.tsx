import type { ProblemDocument } from '../problem.ts'
import { RemedyButton } from './RemedyButton.tsx'
import './states.css'

/** Something exists that this person may not see; who can grant it is in the server's words. Never an empty list. */
export function NoPermissionState({ problem }: { readonly problem: ProblemDocument }) {
  return (
    <div className="dx-state" role="status">
      <p className="dx-strong">{problem.title}</p>
      <p className="dx-t2">{problem.detail}</p>
      {problem.remedy && <RemedyButton remedy={problem.remedy} />}
    </div>
  )
}
