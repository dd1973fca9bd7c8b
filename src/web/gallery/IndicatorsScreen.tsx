import { Button, Segmented } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { ChartFrame } from '../components/ChartFrame.tsx'
import { DrillNumber } from '../components/DrillNumber.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PlainTable } from '../components/PlainTable.tsx'
import { StatusTag } from '../components/StatusTag.tsx'

const rates = [
  ['结案率', '99.74', '执结 1,188件', '受理 1,191件', '区间内'],
  ['执行完毕率', '44.79', '执行完毕 529件', '结案−销案等 1,181件', '待导入'],
  ['实际执结率', '88.99', '实结 1,051件', '结案−销案等 1,181件', '待导入'],
  ['终本率', '11.00', '终本 130件', '结案−销案等 1,181件', '待导入'],
] as const
type Rate = (typeof rates)[number]
const columns = [
  { id: 'name', title: label('指标', 'Indicator'), width: 124, cell: ([name]: Rate) => <b>{name}</b> },
  {
    id: 'value',
    title: label('本院值', 'Value'),
    width: 96,
    right: true,
    cell: ([, value]: Rate) => (
      <b>
        <DrillNumber value={value} unit="%" href="/cases" />
      </b>
    ),
  },
  {
    id: 'fraction',
    title: label('分子 / 分母', 'Fraction'),
    cell: ([, , top, bottom]: Rate) => (
      <>
        <a href="/cases">{top}</a> <span className="dx-t3">/</span> <a href="/cases">{bottom}</a>
      </>
    ),
  },
  {
    id: 'band',
    title: label('区间', 'Band'),
    width: 96,
    cell: ([, , , , band]: Rate) =>
      band === '区间内' ? <StatusTag tone="ok">{band}</StatusTag> : <span className="dx-t3">{band}</span>,
  },
]
const months = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月']

export function IndicatorsScreen() {
  return (
    <>
      <PageHead
        title="指标"
        actions={
          <>
            <Button>导出</Button>
            <Button type="primary">写入报告</Button>
          </>
        }
      >
        <Segmented options={['首次公布', '现知']} />
      </PageHead>
      <div className="dx-columns" style={{ gridTemplateColumns: '620px minmax(0, 1fr)' }}>
        <div className="dx-side">
          <PlainTable caption="首次执行指标" columns={columns} rows={rates} rowKey={([name]) => name} here="结案率" />
        </div>
        <div className="dx-side">
          <ChartFrame
            title="结案率　2024年累计"
            summary="结案率从一月的6%升到十二月的99.74%，十二月越过区间下限80。"
            data={{
              kind: 'line',
              unit: '%',
              max: 100,
              categories: months,
              limit: { value: 80, name: '区间下限' },
              series: [{ name: '', values: [6, 25, 35, 47, 55, 62, 66, 72, 77, 78, 78.76, 99.74] }],
            }}
            height={140}
          />
          <ChartFrame
            title="每月结案"
            summary="十二月结案305件，为全年最多。"
            data={{
              kind: 'bar',
              unit: '件',
              categories: months,
              series: [{ name: '结案', values: [6, 42, 62, 86, 90, 95, 98, 105, 118, 68, 103, 305] }],
            }}
            height={140}
          />
        </div>
      </div>
    </>
  )
}
