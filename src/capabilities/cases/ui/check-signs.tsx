import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons'

/** The signs of a check list: what is met, what is missing, what does not apply. */
export const checkSigns = {
  met: <CheckCircleOutlined style={{ color: 'var(--dx-ok)' }} aria-hidden />,
  missing: <CloseCircleOutlined style={{ color: 'var(--dx-fault)' }} aria-hidden />,
  'not-applicable': <MinusCircleOutlined style={{ color: 'var(--dx-text-3)' }} aria-hidden />,
} as const
