import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { CaseNumber } from '../components/CaseNumber.tsx'
import { DeadlineChip } from '../components/DeadlineChip.tsx'
import { MaskedField } from '../components/MaskedField.tsx'
import { Money } from '../components/Money.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Panel } from '../components/Panel.tsx'
import { PlainTable } from '../components/PlainTable.tsx'
import { StatusTag } from '../components/StatusTag.tsx'

const rows = [
  {
    number: '（2024）川1123执377号',
    role: '被执行人',
    tone: 'ok',
    state: '执行完毕 待结',
    handler: '王某',
    claimed: 12_000_000n,
    open: 0n,
  },
  {
    number: '（2024）川1123执560号',
    role: '被执行人',
    tone: 'primary',
    state: '处置中',
    handler: '陈某',
    claimed: 15_240_650n,
    open: 12_640_650n,
  },
  {
    number: '（2023）川1123执恢77号',
    role: '被执行人',
    tone: 'hold',
    state: '和解履行中',
    handler: '刘某',
    claimed: 6_200_000n,
    open: 6_200_000n,
  },
] as const
type Row = (typeof rows)[number]
const columns = [
  {
    id: 'number',
    title: label('案号', 'Case'),
    width: 194,
    cell: ({ number }: Row) => <CaseNumber number={number} href="/cases" />,
  },
  { id: 'role', title: label('身份', 'Role'), width: 102, cell: ({ role }: Row) => role },
  {
    id: 'state',
    title: label('状态', 'State'),
    cell: ({ tone, state }: Row) => <StatusTag tone={tone}>{state}</StatusTag>,
  },
  { id: 'handler', title: label('承办', 'Handler'), width: 70, cell: ({ handler }: Row) => handler },
  {
    id: 'claimed',
    title: label('标的（元）', 'Claimed'),
    width: 120,
    right: true,
    cell: ({ claimed }: Row) => <Money amount={claimed} />,
  },
  {
    id: 'open',
    title: label('未到位（元）', 'Open'),
    width: 120,
    right: true,
    cell: ({ open }: Row) => <Money amount={open} />,
  },
]

export function DebtorScreen() {
  return (
    <>
      <PageHead
        title="吴某"
        actions={
          <>
            <Button>合并处置</Button>
            <Button type="primary">发起协查</Button>
          </>
        }
      >
        <span className="dx-t2">
          男，1976 年生，证件{' '}
          <MaskedField
            masked="511…2093"
            what="证件号"
            purposes={['核对身份']}
            reveal={async () => '511123197601012093'}
          />
        </span>
      </PageHead>
      <div className="dx-columns" style={{ gridTemplateColumns: 'minmax(0, 1fr) 420px' }}>
        <div className="dx-side">
          <Panel title="案件" count={3}>
            <PlainTable
              caption="案件"
              columns={columns}
              rows={rows}
              rowKey={({ number }) => number}
              here={rows[0].number}
              foot={[
                '被执行 3案合计',
                null,
                null,
                null,
                <Money key="a" amount={33_440_650n} />,
                <Money key="b" amount={18_840_650n} />,
              ]}
            />
          </Panel>
        </div>
        <Panel title="解除清单" extra={<DeadlineChip clock={{ state: 'due', daysLeft: 1 }} />} scrolls>
          <ul className="dx-lines">
            <li>
              <div>
                <p className="dx-strong">车辆查封 川L…62</p>
                <p className="dx-t2 dx-13">车管所，2024-04-11 起</p>
              </div>
              <Button size="small">制作解除通知</Button>
            </li>
          </ul>
        </Panel>
      </div>
    </>
  )
}
