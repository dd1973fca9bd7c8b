import { Button } from 'antd'
import { CaseNumber } from '../components/CaseNumber.tsx'
import type { DrawerPlace } from '../components/DataList.tsx'
import { DeadlineChip } from '../components/DeadlineChip.tsx'
import { Figures } from '../components/Figures.tsx'
import { MaskedField } from '../components/MaskedField.tsx'
import { Money } from '../components/Money.tsx'
import { PartyPair } from '../components/PartyName.tsx'
import { RecordDrawer } from '../components/RecordDrawer.tsx'
import { StageMark, StatusTag } from '../components/StatusTag.tsx'
import type { CaseRow } from './CasesScreen.tsx'

export function CaseDrawer({ row, place }: { readonly row: CaseRow | undefined; readonly place: DrawerPlace }) {
  if (!row) return null
  return (
    <RecordDrawer
      label="案件预览"
      place={place}
      title={<CaseNumber number={row.number} />}
      subtitle={
        <>
          <PartyPair applicants={[row.applicant]} debtors={[row.debtor]} />
          <span className="dx-t2">合同纠纷</span>
          <StatusTag>涉民生</StatusTag>
          <StatusTag>繁案</StatusTag>
          <StageMark filled={row.filled}>{row.stage}</StageMark>
        </>
      }
      full={{ href: `/cases/${row.caseId}`, title: '打开驾驶舱' }}
      foot={
        <>
          <Button type="primary">办理续行冻结</Button>
          <Button>下一步</Button>
          <span className="dx-space" />
          <Button type="link">记一笔</Button>
        </>
      }
    >
      <section>
        <Figures
          figures={[
            { title: '标的', value: <Money amount={row.claimed} /> },
            { title: '到位', value: <Money amount={row.recovered} /> },
            { title: '未到位', value: <Money amount={row.claimed - row.recovered} /> },
            { title: '账上', value: <Money amount={5_200_000n} /> },
          ]}
        />
      </section>
      <section>
        <h3>期限</h3>
        <div className="dx-row">
          <span>发放　9月11日到账，10月11日前发放</span>
          <span className="dx-space" />
          <DeadlineChip clock={{ state: 'far', daysLeft: 29 }} />
        </div>
        <div className="dx-row">
          <span>审限　4月8日立案，六个月</span>
          <span className="dx-space" />
          <DeadlineChip clock={{ state: 'far', daysLeft: 26 }} />
        </div>
      </section>
      <section>
        <h3>人员</h3>
        <dl className="dx-kv">
          <dt>承办</dt>
          <dd>王某（繁案一组）　书记员 刘某</dd>
          <dt>被执行人</dt>
          <dd>
            {row.debtor}　
            <MaskedField
              masked="9151…7K2M"
              what="统一社会信用代码"
              purposes={['核对身份', '制作文书']}
              reveal={async () => '91511123MA62Q7K2M0'}
            />
          </dd>
        </dl>
      </section>
    </RecordDrawer>
  )
}
