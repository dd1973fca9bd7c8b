import { Button } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { CaseNumber } from '../components/CaseNumber.tsx'
import type { Column } from '../components/columns.ts'
import { DeadlineChip } from '../components/DeadlineChip.tsx'
import { ErrorState } from '../components/ErrorState.tsx'
import { KeyHint } from '../components/KeyHint.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Panel } from '../components/Panel.tsx'
import { PlainTable } from '../components/PlainTable.tsx'
import { RuleCitation } from '../components/RuleCitation.tsx'
import { Tabs } from '../components/Tabs.tsx'
import { ProblemDocument, Problem } from '../problem.ts'
import { simulatedCase, type CaseWire } from './simulated-cases.ts'

const rows = Array.from({ length: 14 }, (_, index) => simulatedCase(index))
const columns: readonly Column<CaseWire>[] = [
  {
    id: 'due',
    title: label('期限', 'Due'),
    width: 112,
    cell: ({ clockState, daysLeft }) => <DeadlineChip clock={{ state: clockState as 'due', daysLeft }} />,
  },
  { id: 'what', title: label('办什么', 'What'), width: 176, cell: ({ next }) => <b>{next}</b> },
  {
    id: 'case',
    title: label('案件', 'Case'),
    width: 192,
    cell: ({ number, caseId }) => <CaseNumber number={number} href={`/cases/${caseId}`} />,
  },
  {
    id: 'parties',
    title: label('当事人', 'Parties'),
    cell: ({ applicant, debtor }) => (
      <span className="dx-t2">
        {applicant} 申请 {debtor}
      </span>
    ),
  },
  {
    id: 'why',
    title: label('缘由与依据', 'Why'),
    width: 210,
    cell: ({ days }) => (
      <span className="dx-t2">
        收案第{days}日　
        <span className="dx-t3 dx-13 dx-gap">
          <RuleCitation text="民诉解释§480" rule="notice" />
        </span>
      </span>
    ),
  },
  {
    id: 'act',
    title: label('', ''),
    width: 118,
    right: true,
    cell: ({ caseId, next }) => (
      <Button size="small" type={caseId === 'case-0' ? 'primary' : 'default'}>
        {next.slice(0, 4)}
      </Button>
    ),
  },
]
const failed = new Problem(
  ProblemDocument.parse({
    type: '/problems/x',
    status: 503,
    title: '',
    detail: '案款没有读出来，其他内容不受影响。',
    trace: '7F3A21',
  }),
)

export function DeskScreen() {
  const [tab, setTab] = useState('all')
  return (
    <>
      <PageHead
        title="今日工作台"
        actions={
          <div className="dx-counters">
            <a href="#a">
              超期 <b>0</b>
            </a>
            <a href="#b" className="dx-late">
              今日到期 <b>1</b>
            </a>
            <a href="#c">
              本周到期 <b>4</b>
            </a>
            <a href="#d">
              在办 <b>96</b>
            </a>
          </div>
        }
      >
        <span className="dx-t2">
          9月12日 星期四 工作日　<span className="dx-t3">9月14日（周六）补班</span>
        </span>
      </PageHead>
      <div className="dx-columns dx-desk">
        <div className="dx-view">
          <Tabs
            tabs={[
              { id: 'all', title: '今日必办', count: 14 },
              { id: 'due', title: '期限', count: 9 },
              { id: 'money', title: '案款', count: 3 },
              { id: 'other', title: '事项', count: 2 },
            ]}
            chosen={tab}
            onChoose={setTab}
            label="今日必办"
            extra={
              <>
                <KeyHint keys="j k">移动</KeyHint>
                <KeyHint keys=".">办理</KeyHint>
                <KeyHint keys="s">稍后</KeyHint>
              </>
            }
          />
          <div className="dx-tw">
            <PlainTable
              caption="今日必办"
              columns={columns}
              rows={rows}
              rowKey={({ caseId }) => caseId}
              here="case-0"
              board
            />
          </div>
        </div>
        <aside className="dx-side" aria-label="审批与消息">
          <Panel title="待我审批" count={2} extra={<a href="#all">全部</a>}>
            <ul className="dx-lines">
              <li>
                <div>
                  <p>发放 39,500.00 元</p>
                  <p className="dx-t2 dx-13">（2024）川1123执恢31号 陈某提出</p>
                </div>
                <Button size="small">审阅</Button>
              </li>
              <li>
                <div>
                  <p>限制消费令 2份</p>
                  <p className="dx-t2 dx-13">刘某 昨天 16:20 送签</p>
                </div>
                <Button size="small">审阅</Button>
              </li>
            </ul>
          </Panel>
          <Panel title="刚到案款">
            <ErrorState error={failed} onRetry={() => {}} />
          </Panel>
          <Panel title="昨日以来" count={3}>
            <ul className="dx-lines">
              <li>
                <p>孝姑镇网格反馈：见到本人</p>
                <span className="dx-t2 dx-13">08:31</span>
              </li>
              <li>
                <p>拘留所收拘回执：吴某</p>
                <span className="dx-t2 dx-13">昨天 18:04</span>
              </li>
            </ul>
          </Panel>
        </aside>
      </div>
    </>
  )
}
