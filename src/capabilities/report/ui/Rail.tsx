import { ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { ReportContent, ReportFigure, ReportSentence } from '../contract.ts'
import { keepFigure, refreshFigure, rewriteSentence, signFor } from './api.ts'
import { FigureCard } from './FigureCard.tsx'
import { labels } from './labels.ts'

type Props = { readonly content: ReportContent; readonly chosen: string | null }

/** The chosen figure, then whatever stands between this draft and its final form. */
export function Rail({ content, chosen }: Props) {
  const t = useLabels(labels)
  const figure = content.figures.find(({ id }) => id === chosen)
  const sentences = content.sections.flatMap((section) => section.sentences)
  const text = useText()
  const titleOf = (id: string) => {
    const found = content.figures.find((one) => one.id === id)
    return found ? text(found.title) : ''
  }
  return (
    <div className="rp-rail" tabIndex={0} role="region" aria-label={t.toCheck}>
      {figure ? (
        <FigureCard figure={figure} />
      ) : (
        <section>
          <p className="dx-t2">{t.chooseFigure}</p>
        </section>
      )}
      {content.figures
        .filter(({ now, keepReason }) => now !== null && keepReason === null)
        .map((changed) => (
          <ChangedCard key={changed.id} figure={changed} content={content} />
        ))}
      {content.differences.map((difference, index) => (
        <section key={difference.figure} aria-label={`${titleOf(difference.figure)}${t.differing}`}>
          <h2>
            <InfoCircleOutlined aria-hidden className="rp-info" />
            {titleOf(difference.figure)}
            {t.differing}
            <span>注{index + 1}</span>
          </h2>
          <dl className="rp-two">
            <dt>{t.published}</dt>
            <dd>{difference.published}</dd>
            <dt>{t.reckoned}</dt>
            <dd>{difference.reckoned}</dd>
          </dl>
          <p className="dx-t2">{difference.text}</p>
        </section>
      ))}
      {sentences
        .filter(({ lacks }) => lacks.length > 0)
        .map((sentence) => (
          <OpenCard key={sentence.id} sentence={sentence} content={content} />
        ))}
    </div>
  )
}

type CardProps = { readonly content: ReportContent }

function ChangedCard({ figure, content: { reportId, version } }: CardProps & { readonly figure: ReportFigure }) {
  const t = useLabels(labels)
  const text = useText()
  const [isKeeping, keep] = useState(false)
  return (
    <section>
      <h2>
        <InfoCircleOutlined aria-hidden className="rp-info" />
        {t.changedTitle}：{text(figure.title)}
      </h2>
      <p>
        <s>{figure.printed ?? '—'}</s>　<b>{figure.now}</b>
      </p>
      {reportId !== null && (
        <div className="rp-acts">
          <CommandButton contract={refreshFigure} input={{ reportId, figureId: figure.id }} version={version} />
          <Button onClick={() => keep(true)}>{text(keepFigure.title)}</Button>
        </div>
      )}
      {isKeeping && reportId !== null && (
        <Dialog title={text(keepFigure.title)} onClose={() => keep(false)}>
          <CommandForm
            contract={keepFigure}
            initial={{ reportId, figureId: figure.id }}
            version={version}
            fields={{ reason: { title: labels.reason, kind: 'long' } }}
            onDone={() => keep(false)}
            onCancel={() => keep(false)}
          />
        </Dialog>
      )}
    </section>
  )
}

/** A sentence that nothing supports: bind, rewrite, or answer for it by name. */
function OpenCard({
  sentence,
  content: { reportId, version, state },
}: CardProps & { readonly sentence: ReportSentence }) {
  const t = useLabels(labels)
  const text = useText()
  const [act, setAct] = useState<'rewrite' | 'sign' | null>(null)
  const done = () => setAct(null)
  return (
    <section>
      <h2>
        <ExclamationCircleOutlined aria-hidden />
        {sentence.signedBy === null ? t.unsupported : t.signed}
        {sentence.signedBy !== null && <span>{sentence.signedBy}</span>}
      </h2>
      <blockquote>{sentence.parts.map((part) => part.text).join('')}</blockquote>
      <ul className="dx-t2">
        {sentence.lacks.map((lack) => (
          <li key={lack}>{lack}</li>
        ))}
      </ul>
      {reportId !== null && state === 'draft' && (
        <div className="rp-acts">
          <Button onClick={() => setAct('rewrite')}>{t.rewrite}</Button>
          <Button onClick={() => setAct('sign')}>{text(signFor.title)}</Button>
        </div>
      )}
      {act === 'rewrite' && reportId !== null && (
        <Dialog title={t.rewrite} onClose={done}>
          <CommandForm
            contract={rewriteSentence}
            initial={{ reportId, sentenceId: sentence.id, body: sentence.body }}
            version={version}
            fields={{ body: { title: labels.body, hint: labels.bodyHint, kind: 'long' } }}
            onDone={done}
            onCancel={done}
          />
        </Dialog>
      )}
      {act === 'sign' && reportId !== null && (
        <Dialog title={text(signFor.title)} onClose={done}>
          <CommandForm
            contract={signFor}
            initial={{ reportId, sentenceId: sentence.id }}
            version={version}
            fields={{ reason: { title: labels.reason, kind: 'long' } }}
            onDone={done}
            onCancel={done}
          />
        </Dialog>
      )}
    </section>
  )
}
