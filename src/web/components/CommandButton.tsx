import { Button, Popover, type ButtonProps } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand, type CommandContract, type Receipt } from '../api.ts'
import { useText } from '../language.ts'
import { Refusal } from './Refusal.tsx'

type Props<I extends z.ZodObject, A extends z.ZodType> = {
  readonly contract: CommandContract<I, A>
  readonly input: z.output<I>
  readonly version?: number | undefined
  /** What will happen and whether it can be taken back: 按“执行完毕”结案？期限随即停止。归档前可撤回。 */
  readonly confirm?: string | undefined
  readonly onDone?: (receipt: Receipt<z.output<A>>) => void
  readonly primary?: boolean
  readonly size?: ButtonProps['size']
}

/** A command that needs no form. Asks first where it matters; a refusal opens at the button with its repair. */
export function CommandButton<I extends z.ZodObject, A extends z.ZodType = z.ZodUnknown>(props: Props<I, A>) {
  const { contract, input, version, confirm, onDone, primary = false, size } = props
  const text = useText()
  const [asking, setAsking] = useState(false)
  const { mutate, error, isPending, reset } = useCommand(contract)
  const title = text(contract.title)
  const run = () => {
    setAsking(false)
    mutate({ input, version }, onDone ? { onSuccess: onDone } : {})
  }
  const question = (
    <div style={{ maxWidth: 320 }}>
      <p style={{ marginBottom: 8 }}>{confirm}</p>
      <Button type="primary" size="small" onClick={run}>
        {title}
      </Button>
    </div>
  )
  return (
    <Popover
      open={asking || error !== null}
      onOpenChange={(open) => {
        if (!open) {
          setAsking(false)
          reset()
        }
      }}
      trigger="click"
      content={
        error ? (
          <div style={{ maxWidth: 420 }}>
            <Refusal problem={error} />
          </div>
        ) : (
          question
        )
      }
    >
      <Button
        type={primary ? 'primary' : 'default'}
        size={size ?? 'middle'}
        loading={isPending}
        onClick={() => (confirm ? setAsking(true) : run())}
      >
        {title}
      </Button>
    </Popover>
  )
}
