import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { LineRow } from '../claims/contract.ts'
import { unknownBands, waysToTry } from '../unknown/contract.ts'
import { recordTry, triesReading } from './api.ts'

const labels = {
  title: label('不明款', 'Unknown money'),
  try: label('登记查找', 'Record a try'),
  age: label('账龄', 'Age'),
  claimBy: label('认领期限', 'Claim by'),
  next: label('下一步', 'Next'),
  owner: label('经办岗位', 'Owner'),
  tried: label('已查', 'Tried'),
  until: label('公告至', 'notice until'),
  again: label('下次', 'again on'),
  how: label('方式', 'How'),
  said: label('结果', 'What came of it'),
  saidHint: label('认领公告的文字由系统写出，不含姓名', 'The text of a notice is written for you and names nobody'),
  nextOn: label('下次查找', 'Try again on'),
  untilOn: label('公告截止', 'Notice ends'),
  untilHint: label('只有认领公告要填', 'For a public notice only'),
  done: label('已登记查找经过，款项仍为不明款', 'Recorded; the money stays unknown'),
}
type Props = { readonly line: z.output<typeof LineRow> }

/** How old the sum is, what comes next and from whom, what was tried. U records another try. */
export function UnknownMoney({ line: { bankLineId, band, claimBy, next, owner } }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const announce = useAnnounce()
  const [trying, setTrying] = useState(false)
  const { data } = useQuery(queryOptionsFor(triesReading, { bankLineId }))
  useKeys('record', [{ keys: 'u', title: labels.try, run: () => setTrying(true) }])
  const said = [
    [t.age, band === null ? '—' : text(unknownBands[band])],
    [t.claimBy, claimBy?.toString() ?? '—'],
    [t.next, next ?? '—'],
    [t.owner, owner ?? '—'],
  ] as const
  return (
    <section>
      <h3>
        {t.title}
        <button type="button" className="dx-link" aria-keyshortcuts="u" onClick={() => setTrying(true)}>
          {t.try} <kbd>U</kbd>
        </button>
      </h3>
      <dl className="dx-funds-unknown">
        {said.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {data && data.tries.length > 0 && (
        <ul className="dx-funds-tries" aria-label={t.tried}>
          {data.tries.map(({ tryId, how, said: words, triedOn, triedBy, nextOn, untilOn }) => (
            <li key={tryId}>
              <b>{triedOn.toString()}</b>　{text(waysToTry[how])}　{words}
              <span className="dx-t2">
                {[
                  ` ${triedBy}`,
                  untilOn ? `${t.until} ${untilOn.toString()}` : '',
                  nextOn ? `${t.again} ${nextOn.toString()}` : '',
                ].join('　')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {trying && (
        <Dialog title={text(recordTry.title)} width={520} onClose={() => setTrying(false)}>
          <CommandForm
            contract={recordTry}
            initial={{ bankLineId, how: 'call' }}
            fields={{
              how: {
                title: labels.how,
                kind: 'choice',
                options: Object.entries(waysToTry).map(([value, title]) => ({ value, title })),
              },
              said: { title: labels.said, hint: labels.saidHint, kind: 'long' },
              nextOn: { title: labels.nextOn },
              untilOn: { title: labels.untilOn, hint: labels.untilHint },
            }}
            onCancel={() => setTrying(false)}
            onDone={() => {
              setTrying(false)
              announce(t.done)
            }}
          />
        </Dialog>
      )}
    </section>
  )
}
