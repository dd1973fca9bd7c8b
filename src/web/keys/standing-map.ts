import { label, type Label } from '#kernel/values/labels.ts'
import type { KeyGroup } from './keyboard.ts'

type Standing = { readonly keys: string; readonly title: Label }

/** Every key of the product, for the map: what the page at hand has not bound works where its part is open. */
export const standingKeys: Readonly<Record<KeyGroup, readonly Standing[]>> = {
  anywhere: [
    { keys: 'mod+k', title: label('搜索', 'Search') },
    { keys: '?', title: label('键位表', 'Keyboard map') },
    { keys: 'escape', title: label('退回一层', 'Back one layer') },
    { keys: 'mod+p', title: label('打印', 'Print') },
    { keys: 'mod+enter', title: label('本页主按钮', 'The page’s filled button') },
  ],
  list: [
    { keys: 'j', title: label('下一行', 'Next row') },
    { keys: 'k', title: label('上一行', 'Previous row') },
    { keys: 'enter', title: label('预览', 'Preview') },
    { keys: 'shift+enter', title: label('新标签页打开', 'Open in a new tab') },
    { keys: 'x', title: label('选择', 'Select') },
    { keys: 'shift+x', title: label('连续选择', 'Select a range') },
    { keys: '/', title: label('筛选', 'Filter') },
    { keys: 'v', title: label('视图', 'Views') },
    { keys: '.', title: label('办理本行', 'Do the row’s act') },
    { keys: 'b', title: label('批量', 'Bulk') },
    { keys: 'home', title: label('第一行', 'First row') },
    { keys: 'end', title: label('另一头（顺序倒转）', 'Other end (order turned)') },
  ],
  record: [
    { keys: '1 9', title: label('第一至第九页签', 'First to ninth tab') },
    { keys: '[', title: label('上一件', 'Previous') },
    { keys: ']', title: label('下一件', 'Next') },
    { keys: '.', title: label('下一步', 'Next step') },
    { keys: 'e', title: label('记一笔', 'Note an event') },
    { keys: 't', title: label('倒转时间顺序', 'Flip the order') },
    { keys: 'r', title: label('所在期限的条文', 'Rule of the focused clock') },
    { keys: 'alt+s', title: label('存草稿', 'Save the draft') },
  ],
}
