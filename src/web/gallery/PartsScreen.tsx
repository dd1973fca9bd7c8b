import { useState, type ReactNode } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'
import { commandContract } from '../api.ts'
import { ApprovalSteps } from '../components/ApprovalSteps.tsx'
import { useAnnounce } from '../components/Announcer.tsx'
import { CheckCard } from '../components/CheckCard.tsx'
import { CommandButton } from '../components/CommandButton.tsx'
import { CommandForm } from '../components/CommandForm.tsx'
import { DeadlineChip } from '../components/DeadlineChip.tsx'
import { DiffTable } from '../components/DiffTable.tsx'
import { DrillNumber } from '../components/DrillNumber.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorState } from '../components/ErrorState.tsx'
import { FileDrop } from '../components/FileDrop.tsx'
import { HashChainBadge } from '../components/HashChainBadge.tsx'
import { LoadingState } from '../components/LoadingState.tsx'
import { Money } from '../components/Money.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Panel } from '../components/Panel.tsx'
import { PersonPicker } from '../components/PersonPicker.tsx'
import { PrintFrame } from '../components/PrintFrame.tsx'
import { Refusal } from '../components/Refusal.tsx'
import { StatusTag, type TagTone } from '../components/StatusTag.tsx'
import { Problem, ProblemDocument, unreachable } from '../problem.ts'

const close = commandContract({
  name: 'cases.close',
  title: label('结案', 'Close'),
  input: z.object({
    caseId: z.string(),
    manner: z.enum(['performed', 'ended']),
    amount: FenText,
    closedOn: PlainDateText,
    handlerId: z.string().optional(),
    reason: z.string().min(1).max(80),
  }),
})
const terminate = commandContract({
  name: 'cases.terminate',
  title: label('报请终本', 'Terminate this round'),
  input: z.object({ caseId: z.string() }),
})
const refused = new Problem(
  ProblemDocument.parse({
    type: '/problems/x',
    status: 409,
    title: '暂不能终本',
    detail: '24项差1项：不动产尚未查询。',
    citation: '终本规定§1',
    rule: 'termination',
    remedy: { title: '发起不动产查询', href: '/cases' },
    trace: '7F3A21',
  }),
)
const hidden = new Problem(
  ProblemDocument.parse({
    type: '/problems/x',
    status: 403,
    title: '仅承办人可见',
    detail: '您不能查看本案内容。需要时向承办人 王某 申请。',
    remedy: { title: '申请查看', href: '/cases' },
  }),
)
const tones: readonly TagTone[] = [
  'neutral',
  'outline',
  'dotted',
  'started',
  'primary',
  'ok',
  'done',
  'hold',
  'info',
  'due',
  'fault',
]

export function PartsScreen() {
  const announce = useAnnounce()
  const [person, setPerson] = useState<string | null>(null)
  const people = [
    { id: '1', name: '王某', post: '执行法官', pinyin: 'wangmou wm', load: '在办 96件' },
    { id: '2', name: '陈某', post: '执行法官', pinyin: 'chenmou cm', unavailable: '休假至 9月20日' },
  ]
  return (
    <>
      <PageHead title="部件" count="样张" />
      <div className="dx-columns" style={{ gridTemplateColumns: 'minmax(0, 1fr) 480px' }}>
        <div className="dx-side">
          <Block title="期限">
            {(['far', 'due', 'urgent', 'overdue', 'paused', 'met'] as const).map((state) => (
              <DeadlineChip
                key={state}
                clock={{ state, daysLeft: { far: 15, due: 3, urgent: 0, overdue: -3, paused: 9, met: 0 }[state] }}
              />
            ))}
            <DeadlineChip clock={{ state: 'far', daysLeft: 200, provisional: true }} />
          </Block>
          <Block title="状态">
            {tones.map((tone) => (
              <StatusTag key={tone} tone={tone}>
                {tone}
              </StatusTag>
            ))}
          </Block>
          <Block title="数字">
            <Money amount={123_456_789n} unit />
            <Money amount={-5_000n} />
            <Money amount={0n} />
            <Money amount={3_950_000n} unit words />
            <Money amount={561_167_000n} inWan />
            <DrillNumber value="1,188" unit="件" href="/cases" />
            <DrillNumber value={null} unit="%" />
            <DrillNumber value="88.6" unit="%" source={{ text: '市中院通报 2024-12' }} />
          </Block>
          <Block title="链">
            <HashChainBadge chain={{ state: 'passed', count: 1_204_331 }} />
            <HashChainBadge chain={{ state: 'unverified' }} />
            <HashChainBadge chain={{ state: 'broken', seq: 1_198_204 }} />
          </Block>
          <Panel title="文件">
            <FileDrop what="台账" accept=".xlsx,.xls,.csv" mostBytes={64 * 1024 * 1024} onKept={() => {}} />
          </Panel>
          <PrintFrame title="审批经过">
            <Panel title="审批">
              <ApprovalSteps
                steps={[
                  { title: '申请', who: '王某', state: 'done', when: '09-10' },
                  { title: '专员核', who: '陈某', state: 'done', when: '09-11' },
                  { title: '局长', who: '张局长', state: 'now', when: '等 2小时' },
                  { title: '复核', who: '财务 何某', state: 'wait' },
                ]}
              />
            </Panel>
          </PrintFrame>
          <Panel title="核查">
            <CheckCard
              label="核查"
              checks={[
                { title: '在办', state: 'met', word: '是' },
                { title: '家有未成年人', state: 'attention', word: '注意' },
                { title: '不动产', state: 'missing', word: '缺', remedy: { title: '发起查询', href: '/cases' } },
                { title: '破产', state: 'not-applicable', word: '不适用' },
              ]}
            />
          </Panel>
          <Panel title="改动">
            <div style={{ padding: '8px 16px' }}>
              <DiffTable
                changes={[
                  { field: '标的', before: '88,000.00', after: '98,000.00' },
                  { field: '承办', before: null, after: '王某' },
                  { field: '备注', before: '旧', after: null },
                ]}
              />
            </div>
          </Panel>
          <Panel title="空">
            <EmptyState title="今日无必办事项" next="下一期限：9月18日（3件）。" />
          </Panel>
          <Panel title="正在读取">
            <LoadingState lines={3} />
          </Panel>
        </div>
        <div className="dx-side">
          <Panel title="拒绝">
            <div style={{ padding: '10px 16px' }}>
              <Refusal problem={refused} focus={false} />
            </div>
          </Panel>
          <Panel title="没有权限">
            <ErrorState error={hidden} />
          </Panel>
          <Panel title="断网">
            <ErrorState error={unreachable()} onRetry={() => {}} />
          </Panel>
          <Panel title="表单">
            <div style={{ padding: '10px 16px' }}>
              <CommandForm
                contract={close}
                initial={{ caseId: '1', amount: '5200000', closedOn: '2024-09-12' }}
                version={3}
                reread={async () => ({
                  version: 4,
                  by: '刘某',
                  at: '09:40',
                  values: { amount: '5300000', closedOn: '2024-09-12' },
                })}
                fields={{
                  manner: {
                    title: label('结案方式', 'Manner'),
                    options: [
                      { value: 'performed', title: label('执行完毕', 'Performed') },
                      { value: 'ended', title: label('终结执行', 'Ended') },
                    ],
                  },
                  amount: { title: label('到位金额', 'Recovered'), ceiling: { amount: 9_621_503n, why: '标的余额' } },
                  closedOn: { title: label('结案日期', 'Closed on'), noteOf: () => ({ workingDay: true }) },
                  handlerId: {
                    title: label('承办人', 'Handler'),
                    control: ({ id, describedBy }) => (
                      <PersonPicker
                        id={id}
                        people={people}
                        value={person}
                        onChange={setPerson}
                        describedBy={describedBy}
                      />
                    ),
                  },
                  reason: {
                    title: label('理由', 'Reason'),
                    kind: 'long',
                    hint: label('写给合议庭看的一句话', 'One sentence for the panel'),
                  },
                }}
                onDone={() => announce('已结案')}
              />
            </div>
          </Panel>
          <Panel title="按钮">
            <div style={{ padding: '10px 16px' }} className="dx-row">
              <CommandButton contract={terminate} input={{ caseId: '1' }} confirm="报请终本？合议前可撤回。" />
            </div>
          </Panel>
        </div>
      </div>
    </>
  )
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Panel title={title}>
      <div className="dx-row" style={{ padding: '10px 16px', flexWrap: 'wrap' }}>
        {children}
      </div>
    </Panel>
  )
}
