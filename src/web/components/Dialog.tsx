import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useKeys } from '../keys/useKeys.tsx'

type Props = {
  readonly title: ReactNode
  readonly onClose?: (() => void) | undefined
  readonly width?: number
  readonly top?: number
  readonly className?: string
  readonly children: ReactNode
}

/** A dialog over the page. Keys of the page rest while it is open; without `onClose` it cannot be left undone. */
export function Dialog({ title, onClose, width = 640, top, className = '', children }: Props) {
  return (
    <Modal
      open
      title={title}
      footer={null}
      width={width}
      className={className}
      closable={onClose !== undefined}
      maskClosable={onClose !== undefined}
      keyboard={onClose !== undefined}
      {...(onClose && { onCancel: onClose })}
      {...(top !== undefined && { style: { top } })}
    >
      <PageKeysRest />
      {children}
    </Modal>
  )
}

/** Stands before the children, so that their keys lie above it. */
function PageKeysRest() {
  useKeys('anywhere', [], { exclusive: true })
  return null
}
