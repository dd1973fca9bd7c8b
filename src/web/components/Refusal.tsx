import { useEffect, useRef } from 'react'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import { asProblem } from '../problem.ts'
import { Message } from './Message.tsx'
import { RemedyButton } from './RemedyButton.tsx'
import { RuleCitation } from './RuleCitation.tsx'

type Props = {
  readonly problem: unknown
  /** Moves focus here when it appears, so that it is read out. */
  readonly focus?: boolean
  /** Where a pointer of the problem is on the page, and what the field is called there. */
  readonly fieldOf?: (pointer: string) => { readonly id: string; readonly title: string } | undefined
}

/** What was refused, the rule and article, what fails, and the button that repairs it. There is no dead end. */
export function Refusal({ problem, focus = true, fieldOf }: Props) {
  const t = useLabels(shellLabels)
  const band = useRef<HTMLDivElement>(null)
  const { document } = asProblem(problem)
  useEffect(() => {
    if (focus) band.current?.focus()
  }, [document, focus])
  return (
    <div className="dx-refusal">
      <Message tone="fault" role="alert" ref={band}>
        <p className="dx-strong">{document.title}</p>
        <p>
          {document.detail}
          {document.citation && (
            <>
              （<RuleCitation text={document.citation} rule={document.rule} blue />）
            </>
          )}
        </p>
        {document.pointers.length > 0 && (
          <ul>
            {document.pointers.map(({ pointer, detail }) => {
              const field = fieldOf?.(pointer)
              return (
                <li key={pointer}>
                  {field ? (
                    <a href={`#${field.id}`}>
                      {field.title}：{detail}
                    </a>
                  ) : (
                    detail
                  )}
                </li>
              )
            })}
          </ul>
        )}
        {(document.remedy || document.trace) && (
          <div className="dx-refusal-acts">
            {document.remedy && <RemedyButton remedy={document.remedy} />}
            {document.trace && (
              <span className="dx-t2">
                {t.trace} {document.trace}
              </span>
            )}
          </div>
        )}
      </Message>
    </div>
  )
}
