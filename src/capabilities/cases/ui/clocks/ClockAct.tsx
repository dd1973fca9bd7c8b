import { Link } from '@tanstack/react-router'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { RecordEvent } from '../../contract.ts'
import type { CaseClock } from '../../clocks/contract.ts'
import { labels } from '../../clocks/labels.ts'
import { recordEvent, recordLookUp } from './api.ts'

type Props = { readonly caseId: string; readonly act: CaseClock['act'] }

/** The act that ends the clock, here where its day is known; what needs more opens the case. */
export function ClockAct({ caseId, act }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const announce = useAnnounce()
  const { today } = useSession()
  const done = () => announce(t.done)
  const known = { caseId, occurredOn: today.toString() }
  const kind = RecordEvent.shape.kind.safeParse(act?.input['kind'])
  if (act?.command === recordEvent.name && kind.success) {
    return (
      <section>
        <h3>{text(act.title)}</h3>
        <CommandForm
          contract={{ ...recordEvent, title: act.title }}
          initial={{ ...known, kind: kind.data }}
          fields={{ occurredOn: { title: labels.occurredOn }, note: { title: labels.note } }}
          onDone={done}
        />
      </section>
    )
  }
  if (act?.command === recordLookUp.name) {
    return (
      <section>
        <h3>{text(act.title)}</h3>
        <CommandForm
          contract={recordLookUp}
          initial={{ ...known, found: 'nothing' }}
          fields={{
            occurredOn: { title: labels.occurredOn },
            found: {
              title: labels.found,
              options: [
                { value: 'nothing', title: labels.nothing },
                { value: 'property', title: labels.property },
              ],
            },
            note: { title: labels.note },
          }}
          onDone={done}
        />
      </section>
    )
  }
  return <Link to={`/cases/${caseId}`}>{act ? text(act.title) : t.fullPage}</Link>
}
