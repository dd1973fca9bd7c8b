import { Button } from 'antd'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { PageHead } from '#web/components/PageHead.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { Ageing } from './Ageing.tsx'
import { Alarms } from './Alarms.tsx'
import { Alerts } from './Alerts.tsx'
import { Balances } from './Balances.tsx'
import { Postings } from './Postings.tsx'
import { Sample } from './Sample.tsx'
import './funds.css'

const labels = {
  title: label('案款审计', 'Audit of case money'),
  sample: label('抽查', 'Sample'),
  ageing: label('账龄', 'Ageing'),
  postings: label('分录', 'Postings'),
  balances: label('科目余额', 'Balances'),
  alarms: label('异常提示', 'Alarms'),
  alerts: label('到账未发', 'Arrived, not paid'),
  print: label('打印', 'Print'),
}
const views = ['sample', 'ageing', 'postings', 'balances', 'alarms', 'alerts'] as const
const Search = z.object({ view: z.enum(views).default('sample').catch('sample') })

/** The auditor's desk: nothing can be changed here. A sample that can be drawn again, ageing, every posting and balance, and alarms. */
export function AuditPage() {
  const t = useLabels(labels)
  const [{ view }, change] = usePageSearch(Search)
  return (
    <>
      <PageHead title={t.title} actions={<Button onClick={() => window.print()}>{t.print}</Button>} />
      <Tabs
        tabs={views.map((id) => ({ id, title: t[id] }))}
        chosen={view}
        onChoose={(id) => change({ view: Search.shape.view.parse(id) })}
        label={t.title}
        keys
      />
      {view === 'sample' && <Sample />}
      {view === 'ageing' && <Ageing />}
      {view === 'postings' && <Postings />}
      {view === 'balances' && <Balances />}
      {view === 'alarms' && <Alarms />}
      {view === 'alerts' && <Alerts />}
    </>
  )
}
