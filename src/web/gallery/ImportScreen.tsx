import { Button } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import type { ImportCell, ImportColumn, ImportRow } from '../components/import-sheet.ts'
import { ImportGrid } from '../components/ImportGrid.tsx'
import { Message } from '../components/Message.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { StepsLine } from '../components/StepsLine.tsx'
import { Tabs } from '../components/Tabs.tsx'

const columns: readonly ImportColumn[] = [
  { id: 'number', title: label('案号', 'Case'), width: 176 },
  { id: 'filedOn', title: label('立案日期', 'Filed'), width: 104 },
  { id: 'applicant', title: label('申请执行人', 'Applicant'), width: 96 },
  { id: 'debtor', title: label('被执行人', 'Debtor'), width: 122 },
  { id: 'claimed', title: label('标的(元)', 'Claimed'), width: 112, right: true },
  { id: 'handler', title: label('承办', 'Handler'), width: 60 },
]
const cell = (text: string): ImportCell => ({ text })
const row = (number: number, over: Record<string, ImportCell> = {}, isContext = false): ImportRow => ({
  row: number,
  isContext,
  cells: {
    number: cell(`（2024）川1123执${number}号`),
    filedOn: cell('2024-03-11'),
    applicant: cell('罗某'),
    debtor: cell('某餐饮店'),
    claimed: cell('12,300.00'),
    handler: cell('王某'),
    ...over,
  },
})
const noDay = {
  code: 'DATE_NOT_REAL',
  short: '日期不存在：13月',
  long: '日期不存在：2024年13月。月份请填1至12。',
  likely: '2024-03-02',
}
const bare = (n: number) => ({
  number: {
    text: `2024川1123执${n}`,
    fault: {
      code: 'NUMBER_BARE',
      short: '案号缺括号',
      long: '案号缺括号，可自动改正。',
      likely: `（2024）川1123执${n}号`,
    },
  },
})
const sheet: readonly ImportRow[] = [
  row(212, {}, true),
  row(213, { filedOn: { text: '2024/13/02', fault: noDay } }),
  row(214, {}, true),
  ...[415, 416, 419, 422, 430, 431, 447, 448, 450].map((n) => row(n, bare(n))),
  row(876, {}, true),
  row(877, {
    claimed: { text: '12万余', fault: { code: 'MONEY_VAGUE', short: '金额须到分', long: '金额须到分，不能写“余”。' } },
  }),
  row(901, { filedOn: { text: '2024-09-03', original: '2024.9.3日' } }),
]

export function ImportScreen() {
  const [rows, setRows] = useState(sheet)
  const [tab, setTab] = useState('bad')
  const put = (at: number, column: string, next: (old: ImportCell) => ImportCell) =>
    setRows((all) =>
      all.map((each) =>
        each.row === at
          ? { ...each, cells: { ...each.cells, [column]: next(each.cells[column] ?? { text: '' }) } }
          : each,
      ),
    )
  return (
    <div className="dx-import-page">
      <PageHead
        title="导入"
        count="首次执行案件台账.xlsx　1,204行　第12批"
        actions={
          <>
            <Button>下载错误表</Button>
            <Button type="primary">看差异</Button>
          </>
        }
      />
      <StepsLine
        label="导入步骤"
        steps={['选文件', '对列', '检查', '差异', '完成']}
        now={2}
        extra={
          <>
            <span>表头在第3至4行</span>
            <span>13案各有2名被执行人</span>
          </>
        }
      />
      <div style={{ padding: '12px 16px 10px 20px' }}>
        <Message tone="fault" role="alert">
          <b>还有11行不能导入，共3类问题。</b>改不完可先留作草稿。
        </Message>
      </div>
      <ImportGrid
        tabs={
          <Tabs
            tabs={[
              { id: 'all', title: '全部', count: '1,204' },
              { id: 'good', title: '可导入', count: '1,187' },
              { id: 'bad', title: '有误', count: 11 },
              { id: 'twice', title: '重复', count: 6 },
              { id: 'fixed', title: '已改正', count: 23 },
            ]}
            chosen={tab}
            onChoose={setTab}
            label="行的种类"
          />
        }
        caption="有误的行"
        columns={columns}
        rows={rows}
        onFix={(at, column, value) => put(at, column, ({ text }) => ({ text: value, original: text }))}
        onFixAlike={(code, column) =>
          rows.forEach(
            (each) =>
              each.cells[column]?.fault?.code === code &&
              put(each.row, column, ({ text, fault }) => ({ text: fault?.likely ?? text, original: text })),
          )
        }
        onUndo={(at, column) => put(at, column, ({ text, original }) => ({ text: original ?? text }))}
      />
    </div>
  )
}
