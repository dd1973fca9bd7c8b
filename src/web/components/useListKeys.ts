import { label } from '#kernel/values/labels.ts'
import type { Binding } from '../keys/keyboard.ts'
import { useKeys } from '../keys/useKeys.tsx'
import type { BulkAct } from './BulkBar.tsx'
import { reversed, type List } from './useList.ts'
import type { Selection } from './useSelection.ts'

export type RowAct = { readonly title: string; readonly run: () => void }

type Wanted<Row> = {
  readonly list: List<Row>
  readonly here: number
  readonly count: number
  readonly rowAt: (index: number) => Row | undefined
  readonly rowKey: (row: Row) => string
  readonly go: (index: number) => void
  readonly open: (key: string) => void
  readonly canOpen: boolean
  readonly selection: Selection<Row>
  readonly act?: (row: Row) => RowAct | undefined
  readonly href?: (row: Row) => string
  readonly keys?: boolean
  readonly bulk?: readonly BulkAct<Row>[]
}

/** J K X Enter . Home End, on whatever list is on screen. */
export function useListKeys<Row>({
  list,
  here,
  count,
  rowAt,
  rowKey,
  go,
  open,
  canOpen,
  selection,
  act,
  href,
  bulk,
  keys = true,
}: Wanted<Row>): void {
  const row = rowAt(here)
  const onRow = (run: (row: Row) => void) => () => {
    if (row) run(row)
  }
  /** To the other end: the order is turned, so that no one waits for what lies between. */
  const toEnd = () => {
    if (list.hasBelow && list.sort) list.setSort(reversed(list.sort))
    go(list.hasBelow ? 0 : count - 1)
  }
  const bindings: readonly (Binding | false)[] = [
    { keys: 'j', title: label('下一行', 'Next row'), run: () => go(here + 1) },
    { keys: 'k', title: label('上一行', 'Previous row'), run: () => go(here - 1) },
    { keys: 'arrowdown', title: label('下一行', 'Next row'), run: () => go(here + 1) },
    { keys: 'arrowup', title: label('上一行', 'Previous row'), run: () => go(here - 1) },
    { keys: 'home', title: label('第一行', 'First row'), run: () => go(0) },
    { keys: 'end', title: label('另一头（顺序倒转）', 'Other end (order turned)'), run: toEnd },
    canOpen && { keys: 'enter', title: label('预览', 'Preview'), run: onRow((r) => open(rowKey(r))) },
    href !== undefined && {
      keys: 'shift+enter',
      title: label('新标签页打开', 'Open in a new tab'),
      run: onRow((r) => void window.open(href(r), '_blank')),
    },
    bulk !== undefined && { keys: 'x', title: label('选择', 'Select'), run: onRow((r) => selection.turn(r)) },
    bulk !== undefined && {
      keys: 'shift+x',
      title: label('连续选择', 'Select a range'),
      run: onRow((r) => selection.turn(r, true)),
    },
    act !== undefined && { keys: '.', title: label('办理本行', 'Do the row’s act'), run: onRow((r) => act(r)?.run()) },
  ]
  useKeys(
    'list',
    bindings.filter((binding) => binding !== false),
    { active: keys },
  )
}
