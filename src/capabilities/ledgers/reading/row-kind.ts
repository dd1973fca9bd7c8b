import type { Head } from './header.ts'
import { repeatsHead } from './header.ts'
import type { RawCell, RawRow } from './raw.ts'
import { cellText, isEmptyCell } from './raw.ts'

/** Rows of a sheet that are no records: they are counted and left out. */
export type IgnoredAs = 'title' | 'head' | 'total' | 'signature' | 'note' | 'numbering' | 'blank'

const totalForm =
  /^(?:本[页月年期院]|全[年院市]|上年|当月|[\u4e00-\u9fff]{1,6})?(?:合计|总计|小计|共计|累计)(?:数|额|金额)?[:：]?(?:\d+[件人笔])?$|^共\d+[件人笔条]$/
const signatureForm =
  /^(?:制表|填表|审核|复核|审批|统计|填报|报送|报表|负责|经办|主管|分管|录入|核对|局长|院长|庭长|联系)(?:人员|人|员|领导|负责人|单位|部门|日期|时间|电话)?(?:[（(][^)）]*[)）])?[:：]/
/** 院领导：张三. A row of nothing else is signed, not filled in. */
const signedForm = /^[\u4e00-\u9fff（）()]{2,10}[:：]\S{0,20}$/
const noteForm = /^(?:注|备注|附注|说明|填表说明|填报说明|备考)(?:\d{1,2})?[:：、.]|^[（(]?以下(?:空白|无正文)/
const ordinal = /^(?:[（(]?\d{1,3}[)）]?|[甲乙丙丁戊己庚辛壬癸]|栏次|[A-Z])$/

const normal = (cell: RawCell): string => cellText(cell).normalize('NFKC').replace(/\s+/g, '')

/** Columns of a sheet by what rows that are no records hold in them. */
export type SideColumns = { readonly running: ReadonlySet<number>; readonly amounts: ReadonlySet<number> }

/**
 * What a row is if it is not a record. `isNamed` tells that its key cell names a record: then it is one, whatever its
 * first cell says.
 */
export function ignoredAs(row: RawRow, head: Head, isNamed: boolean, side: SideColumns): IgnoredAs | undefined {
  if (row.rowNumber < head.firstRow) return 'title'
  if (row.rowNumber <= head.lastRow) return 'head'
  if (isNamed) return undefined
  const filled = [...row.cells.entries()].filter(([, cell]) => !isEmptyCell(cell))
  const first = filled.slice(0, 4).map(([, cell]) => normal(cell))
  if (first.some((text) => totalForm.test(text))) return 'total'
  if (filled.length <= 8 && signatureForm.test(first[0] ?? '')) return 'signature'
  if (filled.length <= 8 && filled.every(([, cell]) => signedForm.test(normal(cell)))) return 'signature'
  if (filled.length <= 3 && noteForm.test(first[0] ?? '')) return 'note'
  if (filled.every(([column]) => side.running.has(column))) return 'blank'
  // Sums stand alone in their columns and name nothing.
  if (filled.every(([column, cell]) => side.amounts.has(column) && typeof cell === 'number')) return 'total'
  if (repeatsHead(row.cells, head)) return 'head'
  const isNearHead = row.rowNumber <= head.lastRow + 2
  return isNearHead && filled.length >= 3 && filled.every(([, cell]) => ordinal.test(normal(cell)))
    ? 'numbering'
    : undefined
}
