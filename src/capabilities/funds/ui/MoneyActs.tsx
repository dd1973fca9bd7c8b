import { DownOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useOpenAct } from '#pages/desk'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { moneyMenuOptions } from './api.ts'

const labels = { more: label('案款事项', 'Money acts') }
const first = 'funds.propose-payout'

/** The lawful money acts of a case, from the case's own menu; proposing a payout is the filled button. */
export function MoneyActs({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const text = useText()
  const open = useOpenAct()
  const [shown, setShown] = useState(false)
  const { data } = useSuspenseQuery(moneyMenuOptions(caseId))
  const acts = data.items.filter(({ command }) => command.startsWith('funds.'))
  const start = (command: string) => {
    setShown(false)
    open({ command, input: { caseId } })
  }
  useKeys('record', [{ keys: '.', title: labels.more, run: () => setShown(true) }])
  const payout = acts.find(({ command }) => command === first)
  const others = acts.filter(({ command }) => command !== first)
  return (
    <>
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          open={shown}
          onOpenChange={setShown}
          menu={{
            items: others.map(({ command, title, state, because }) => ({
              key: command,
              label: text(title),
              disabled: state === 'refused',
              title: because ? text(because.detail) : '',
            })),
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
