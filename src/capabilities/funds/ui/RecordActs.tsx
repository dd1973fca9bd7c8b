import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { z } from 'zod'
import { useOpenAct } from '#pages/desk'
import { queryOptionsFor, type CommandContract } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { Message } from '#web/components/Message.tsx'
import { useText } from '#web/language.ts'
import type { AskActs, RecordActs as Answer } from '../screens/contract.ts'
import { actsReading } from './api.ts'

type Asked = z.output<typeof AskActs>
type Act = z.output<typeof Answer>['acts'][number]

export const useRecordActs = ({ kind, id }: Asked) => useSuspenseQuery(queryOptionsFor(actsReading, { kind, id })).data

/** Why this person may not take the step that his post takes: said once, above the acts. */
export function WhyNot({ asked, title }: { readonly asked: Asked; readonly title: string }) {
  const text = useText()
  const { acts } = useRecordActs(asked)
  const stopped = acts.find(({ because, command }) => because !== null && isStep(command))
  if (!stopped?.because || acts.some(({ allowed, command }) => allowed && isStep(command))) return null
  return (
    <Message tone="hold" role="status">
      <b>{title}</b>　{text(stopped.because.detail)}
    </Message>
  )
}

/** Sending back is no step forward. */
const isStep = (command: string): boolean => !/\.(refuse|reject|cancel)-/.test(command)

/** What the bank says may be noted at any time; it is not what the record waits for. */
const outcome = 'funds.record-outcome'

type Props = {
  readonly asked: Asked
  /** The field by which commands name the record. */
  readonly idField: string
  readonly contracts: readonly CommandContract<z.ZodObject>[]
  /** What will happen, said before an act without a form. */
  readonly confirm: (title: string) => string
}

/** The first lawful step is the filled button; what needs words opens its form; what may not be done is grey and says why. */
export function RecordActs({ asked, idField, contracts, confirm }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const open = useOpenAct()
  const { acts, version } = useRecordActs(asked)
  const shown = acts.flatMap((act) => {
    const contract = contracts.find(({ name }) => name === act.command)
    return contract ? [{ act, contract }] : []
  })
  const first = shown.find(({ act }) => act.allowed && isStep(act.command) && act.command !== outcome)
  return shown
    .filter(({ act }) => act.allowed || isStep(act.command))
    .map(({ act, contract }) => {
      const input = { [idField]: asked.id }
      if (!act.allowed) return <Stopped key={act.command} act={act} title={text(contract.title)} />
      if (Object.keys(contract.input.shape).length === 1)
        return (
          <CommandButton
            key={act.command}
            primary={act === first?.act}
            contract={contract}
            input={input}
            version={version}
            confirm={confirm(text(contract.title))}
            onDone={() => announce(text(act.title))}
          />
        )
      return (
        <Button
          key={act.command}
          type={act === first?.act ? 'primary' : 'default'}
          onClick={() => open({ command: act.command, input })}
        >
          {text(contract.title)}
        </Button>
      )
    })
}

function Stopped({ act, title }: { readonly act: Act; readonly title: string }) {
  const text = useText()
  return (
    <Button disabled title={act.because ? text(act.because.detail) : undefined}>
      {title}
    </Button>
  )
}
