import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { ActionMenu, firstAct, type LawfulAct } from '../components/ActionMenu.tsx'
import { CaseNumber } from '../components/CaseNumber.tsx'
import { ClockList, type RunningClock } from '../components/ClockList.tsx'
import { FigureLine } from '../components/Figures.tsx'
import { KeyHint } from '../components/KeyHint.tsx'
import { Money } from '../components/Money.tsx'
import { Panel } from '../components/Panel.tsx'
import { PartyPair } from '../components/PartyName.tsx'
import { StageBar, type Stage } from '../components/StageBar.tsx'
import { StatusTag } from '../components/StatusTag.tsx'
import { Tabs } from '../components/Tabs.tsx'
import { Timeline, useTimeline, type TimelineEntry } from '../components/Timeline.tsx'
import { OpenCommandProvider } from '../components/RemedyButton.tsx'
import { useGo, useParam } from '../navigation.ts'
import { ProblemDocument } from '../problem.ts'

const stages: readonly Stage[] = [
  { title: '已立案', since: '04-08', state: 'done' },
  { title: '已分案', since: '04-09', state: 'done' },
  { title: '已通知', since: '04-17', state: 'done' },
  { title: '查控中', since: '04-18', state: 'done' },
  { title: '处置中', since: '07-19', state: 'now' },
  { title: '款项分配', state: 'ahead' },
  { title: '结案', state: 'ahead' },
  { title: '归档', state: 'ahead' },
]
const entries: readonly TimelineEntry[] = [
  {
    id: '1',
    on: '09-11',
    at: '09:12',
    kind: '款',
    title: '到账 52,000.00 元',
    detail: '附言“执655”，付款人与被执行人一致，已匹配',
    by: '系统',
    link: { href: '/funds', title: '流水' },
  },
  {
    id: '2',
    on: '09-10',
    kind: '文书',
    title: '续行冻结裁定书已生成',
    detail: '等承办人签发',
    by: '刘某',
    link: { href: '/funds', title: '文书' },
  },
  {
    id: '3',
    on: '08-28',
    kind: '措施',
    title: '二拍流拍：川L货车',
    detail: '起拍价 119,040.00 元，0人报名',
    by: '拍卖平台',
    link: { href: '/funds', title: '公告' },
  },
  {
    id: '4',
    on: '08-09',
    kind: '措施',
    title: '一拍流拍：川L货车',
    detail: '起拍价 148,800.00 元，0人报名',
    by: '拍卖平台',
    link: { href: '/funds', title: '公告' },
  },
  {
    id: '5',
    on: '08-02',
    kind: '措施',
    title: '评估报告 186,000.00 元',
    detail: '某评估所，送达双方，无异议',
    by: '王某',
    link: { href: '/funds', title: '报告' },
  },
  {
    id: '6',
    on: '06-27',
    at: '10:05',
    kind: '款',
    title: '发放 410,000.00 元',
    detail: '谢某 尾号0937，审批 陈某、张某',
    by: '陈某',
    link: { href: '/funds', title: '凭证' },
  },
  {
    id: '7',
    on: '05-21',
    kind: '联动',
    title: '孝姑镇网格反馈：车辆停放地点',
    detail: '有效 1条',
    by: '网格员',
    link: { href: '/funds', title: '反馈' },
  },
]
const clocks: readonly RunningClock[] = [
  {
    id: '1',
    title: '续行冻结',
    clock: { state: 'due', daysLeft: 2 },
    text: '2023-09-15 冻结，一年，9月14日到期（周六补班）',
    citation: { text: '民诉解释§485', rule: 'freeze' },
  },
  {
    id: '2',
    title: '执行期限',
    clock: { state: 'far', daysLeft: 26 },
    text: '4月8日立案，六个月，10月8日届满',
    citation: { text: '执行工作规定§63', rule: 'limit' },
    derivation: {
      startOn: '2024-04-08',
      startWhy: '立案',
      length: '六个月',
      skipped: [{ from: '2024-10-01', to: '2024-10-07', why: '国庆假期，末日顺延' }],
      dueOn: '2024-10-08',
      citation: { text: '执行工作规定§63', rule: 'limit' },
      remarks: ['规则待法院确认，只作提示'],
    },
  },
  {
    id: '3',
    title: '发放案款',
    clock: { state: 'far', daysLeft: 29 },
    text: '9月11日到账，30日，10月11日前',
    citation: { text: '执行款物规定§10', rule: 'payout' },
  },
  { id: '4', title: '执行通知', clock: { state: 'met', daysLeft: 0 }, text: '4月17日送达，限期内' },
]
const no = (detail: string, citation: string | undefined, title: string) =>
  ProblemDocument.parse({
    type: '/problems/x',
    status: 409,
    title: '',
    detail,
    citation,
    remedy: { title, href: '/property' },
  })
const acts: readonly LawfulAct[] = [
  { command: 'a', title: '续行冻结', state: 'must', note: '9月14日前', clock: { state: 'due', daysLeft: 2 } },
  { command: 'b', title: '发放案款', state: 'may', note: '账上 52,000.00 元', verb: '申请' },
  { command: 'c', title: '以物抵债', state: 'may', note: '二拍流拍，保留价 119,040.00 元', verb: '征询' },
  { command: 'd', title: '发布悬赏', state: 'may', verb: '申请' },
  { command: 'e', title: '终本', state: 'may-not', refusal: no('24项差1项：不动产尚未查询', '终本规定§1', '发起查询') },
  {
    command: 'f',
    title: '执行完毕结案',
    state: 'may-not',
    refusal: no('还有 552,150.37 元没有到位', undefined, '登记自动履行'),
  },
]
const tabs = [
  { id: 'over', title: '概览' },
  { id: 'parties', title: '当事人', count: 2 },
  { id: 'property', title: '财产', count: 4 },
  { id: 'acts', title: '措施', count: 2 },
  { id: 'money', title: '案款', count: 6 },
  { id: 'log', title: '日志' },
]

/** The cockpit of a case: four fixed strips, then three panels that scroll alone. */
export function CaseScreen() {
  const go = useGo()
  const caseId = useParam('caseId')
  const [tab, setTab] = useState('over')
  const timeline = useTimeline(entries)
  useEffect(() => {
    document.title = '（2024）川1123执655号 · 兑现'
  }, [])
  return (
    <div className="dx-cockpit">
      <div className="dx-cockpit-head">
        <h1>
          <CaseNumber number="（2024）川1123执655号" copy />
        </h1>
        <PartyPair applicants={['谢某']} debtors={['某运输公司']} />
        <span className="dx-t2">合同纠纷</span>
        <StatusTag>涉民生</StatusTag>
        <StatusTag>繁案</StatusTag>
        <span className="dx-space" />
        <Button onClick={() => window.print()}>打印</Button>
        <Button type="primary">办理{firstAct(acts)?.title}</Button>
      </div>
      <StageBar label="办理阶段" stages={stages} onOpen={() => {}} />
      <FigureLine
        figures={[
          { title: '标的', unit: '元', value: <Money amount={96_215_037n} href="/funds" /> },
          { title: '到位', unit: '元', value: <Money amount={41_000_000n} href="/funds" /> },
          { title: '未到位', unit: '元', value: <Money amount={55_215_037n} href="/funds" /> },
          { title: '账上待发', unit: '元', value: <Money amount={5_200_000n} href="/funds" /> },
          { title: '在院', unit: '天', value: 157 },
        ]}
        people={[
          { title: '承办', value: '王某' },
          { title: '书记员', value: '刘某' },
        ]}
      />
      <Tabs
        tabs={tabs}
        chosen={tab}
        onChoose={setTab}
        label="本案内容"
        extra={
          <>
            <KeyHint keys="1 9">换页</KeyHint>
            <KeyHint keys="e">记一笔</KeyHint>
          </>
        }
      />
      <div className="dx-columns dx-cockpit-body">
        <Panel title="经过" scrolls count={timeline.filters} extra={timeline.order}>
          <Timeline entries={timeline.shown} />
        </Panel>
        <Panel title="期限" scrolls count={3}>
          <ClockList clocks={clocks} />
        </Panel>
        <Panel title="下一步" scrolls>
          <OpenCommandProvider value={() => go(`/cases/${caseId}`)}>
            <ActionMenu acts={acts} onAct={() => {}} keys />
          </OpenCommandProvider>
        </Panel>
      </div>
    </div>
  )
}
