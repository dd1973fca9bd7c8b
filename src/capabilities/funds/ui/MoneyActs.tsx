import { DownOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useOpenAct } from '#pages/desk'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { moneyMenuOptions } from './api.ts'

const labels = {
  more: label('案款事项', 'Money acts'),
  outlay: label('申请退款或上缴', 'Propose a refund or hand-over'),
}
const first = 'funds.propose-payout'
/** Of no one case by itself; from here the case is known. */
const outlay = 'funds.propose-outlay'

/** The lawful money acts of a case, from the case's own menu; proposing a payout is the filled button. */
export function MoneyActs({ caseId, caseNumber }: { readonly caseId: string; readonly caseNumber: string }) {
  const t = useLabels(labels)
  const text = useText()
  const open = useOpenAct()
  const may = useMay()
  const [shown, setShown] = useState(false)
  const { data } = useSuspenseQuery(moneyMenuOptions(caseId))
  const acts = data.items.filter(({ command }) => command.startsWith('funds.'))
  const start = (command: string) => {
    setShown(false)
    open({ command, input: { caseId, ...(command === outlay && { caseNumber }) } })
  }
  useKeys('record', [{ keys: '.', title: labels.more, run: () => setShown(true) }])
  const payout = acts.find(({ command }) => command === first)
  const others = acts.filter(({ command }) => command !== first)
  const items = [
    ...others.map(({ command, title, state, because }) => ({
      key: command,
      label: text(title),
      disabled: state === 'refused',
      title: because ? text(because.detail) : '',
    })),
    ...(may('funds.propose') ? [{ key: outlay, label: t.outlay, disabled: false, title: '' }] : []),
  ]
  return (
    <>
      {items.length > 0 && (
        <Dropdown
          trigger={['click']}
          open={shown}
          onOpenChange={setShown}
          menu={{
            items,
            onClick: ({ key }) => start(key),
          }}
        >
          <Button aria-keyshortcuts=".">
            {t.more} <kbd>.</kbd>
            <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {payout && (
        <Button
          type="primary"
          disabled={payout.state === 'refused'}
          title={payout.because ? text(payout.because.detail) : undefined}
          onClick={() => start(first)}
        >
          {text(payout.title)}
        </Button>
      )}
    </>
  )
}
