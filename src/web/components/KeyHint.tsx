import type { ReactNode } from 'react'
import { Keys } from './Keys.tsx'

/** `J K 移动`: a key and what it does, at the end of a strip. */
export const KeyHint = ({ keys, children }: { readonly keys: string; readonly children: ReactNode }) => (
  <span className="dx-nowrap">
    <Keys keys={keys} /> {children}
  </span>
)
