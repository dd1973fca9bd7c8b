import { Button, Modal } from 'antd'
import { useState } from 'react'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { useText } from '#web/language.ts'
import { createPerson } from './api.ts'
import { labels } from './labels.ts'
import { OncePassword } from './OncePassword.tsx'

/** The page's filled button: a new person, with a login or without. */
export function NewPerson() {
  const text = useText()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    setPassword(null)
  }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {text(createPerson.title)}
      </Button>
      <Modal open={open} title={text(createPerson.title)} footer={null} destroyOnHidden onCancel={close}>
        {password === null ? (
          <CommandForm
            contract={createPerson}
            fields={{
              name: { title: labels.name },
              loginName: { title: labels.login, hint: labels.loginHint },
              unitId: { title: labels.unit, hint: labels.unitHint },
            }}
            onDone={({ answer }) =>
              answer.temporaryPassword === null ? close() : setPassword(answer.temporaryPassword)
            }
            onCancel={close}
          />
        ) : (
          <OncePassword password={password} />
        )}
      </Modal>
    </>
  )
}
