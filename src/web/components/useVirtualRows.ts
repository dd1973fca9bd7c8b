import { useLayoutEffect, useState } from 'react'

const spare = 8

/** Which rows of equal height are in sight. At most about sixty stand in the page, however long the list. */
export function useVirtualRows(count: number, rowHeight: number, headHeight: number) {
  const [box, scroller] = useState<HTMLDivElement | null>(null)
  const [sight, setSight] = useState({ top: 0, height: 620 })
  useLayoutEffect(() => {
    if (!box) return undefined
    const measure = () => setSight({ top: box.scrollTop, height: box.clientHeight })
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(box)
    box.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', measure)
    }
  }, [box])
  const first = Math.max(0, Math.floor(sight.top / rowHeight) - spare)
  const last = Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + spare)
  /** Brings a row between the sticky head and the sum line, so that neither hides the focus. */
  const reveal = (index: number) => {
    if (!box) return
    const top = index * rowHeight
    const room = box.clientHeight - 2 * headHeight
    if (top < box.scrollTop) box.scrollTo({ top })
    else if (top + rowHeight > box.scrollTop + room) box.scrollTo({ top: top + rowHeight - room })
  }
  return { scroller, first, last, reveal }
}
