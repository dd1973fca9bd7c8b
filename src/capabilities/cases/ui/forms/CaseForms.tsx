import { Select } from 'antd'
import { useEffect } from 'react'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { ActFormProps } from '#pages/desk'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { useLabels } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import { CloseCase, type Cockpit } from '../../contract.ts'
import { manners } from '../../manners.ts'
import { changeClaim, closeCase, setFlags, triageCase } from '../api.ts'
import { outstandingOf } from '../CaseDrawer.tsx'
import { recordLookUp } from '../clocks/api.ts'
import { trackLabels } from '../labels.ts'
import { CaseLine, caseIdIn, useCaseAsOpened, useReread } from './ofCase.tsx'

const labels = {
  track: label('改为', 'Change to'),
  byRules: label('留空则按规则分流；与规则不同须写理由。', 'Empty: by the rules. Another track needs a reason.'),
  reason: label('理由', 'Reason'),
  claim: label('标的', 'Claim'),
  waived: label('放弃或核减', 'Waived'),
  unenforceable: label('不能执行', 'Unenforceable'),
  recovered: label('到位', 'Recovered'),
  flags: label('标记', 'Flags'),
  livelihood: label('涉民生类别', 'Livelihood'),
  livelihoodHint: label('劳动报酬、抚养费、赡养费、工伤赔偿等；不涉及则留空', 'Wages, alimony and the like'),
  manner: label('结案方式', 'Manner'),
  on: label('结案日期', 'Day of closing'),
  stops: label('期限随即停止。归档前可按恢复执行继续。', 'Deadlines stop. The case can be resumed.'),
  outstanding: label('未到位', 'Outstanding'),
  looked: label('查询日期', 'Day of the look-up'),
  found: label('结果', 'Result'),
  nothing: label('未发现可供执行财产', 'Nothing found'),
  property: label('发现可供执行财产', 'Property found'),
  note: label('说明', 'Note'),
}

/** The form of an act on one case: what is known above, the version so that nobody is overwritten. */
export function TriageForm({ input, onDone, onCancel }: ActFormProps) {
  const caseId = caseIdIn(input)
  const { version } = useCaseAsOpened(caseId)
  const reread = useReread(caseId, ({ track }) => ({ track }))
  return (
    <CommandForm
      contract={triageCase}
      initial={{ caseId }}
      version={version}
      reread={reread}
      fields={{
        track: {
          title: labels.track,
          hint: labels.byRules,
          options: Object.entries(trackLabels).map(([value, title]) => ({ value, title })),
        },
        reason: { title: labels.reason },
      }}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <CaseLine caseId={caseId} />
    </CommandForm>
  )
}

const sumsOf = ({ claimFen, waivedFen, unenforceableFen, recoveredFen }: Cockpit) => ({
  claimFen: claimFen.toString(),
  waivedFen: waivedFen.toString(),
  unenforceableFen: unenforceableFen.toString(),
  recoveredFen: recoveredFen.toString(),
})

export function ChangeClaimForm({ input, onDone, onCancel }: ActFormProps) {
  const caseId = caseIdIn(input)
  const record = useCaseAsOpened(caseId)
  const reread = useReread(caseId, sumsOf)
  return (
    <CommandForm
      contract={changeClaim}
      initial={{ caseId, ...sumsOf(record) }}
      version={record.version}
      reread={reread}
      fields={{
        claimFen: { title: labels.claim },
        waivedFen: { title: labels.waived },
        unenforceableFen: { title: labels.unenforceable },
        recoveredFen: { title: labels.recovered },
        reason: { title: labels.reason },
      }}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <CaseLine caseId={caseId} />
    </CommandForm>
  )
}

const flagNames = ['重大', '敏感', '涉稳'] as const

const flagsOf = ({ flags, livelihood }: Cockpit) => ({
  flags: flagNames.filter((flag) => flags.includes(flag)),
  livelihood,
})

export function SetFlagsForm({ input, onDone, onCancel }: ActFormProps) {
  const caseId = caseIdIn(input)
  const record = useCaseAsOpened(caseId)
  const reread = useReread(caseId, flagsOf)
  return (
    <CommandForm
      contract={setFlags}
      initial={{ caseId, ...flagsOf(record) }}
      version={record.version}
      reread={reread}
      fields={{
        flags: {
          title: labels.flags,
          control: ({ id, value, onChange }) => (
            <Select
              id={id}
              mode="multiple"
              style={{ width: 320 }}
              value={Array.isArray(value) ? value : []}
              onChange={onChange}
              options={flagNames.map((flag) => ({ value: flag, label: flag }))}
            />
          ),
        },
        livelihood: { title: labels.livelihood, hint: labels.livelihoodHint },
        reason: { title: labels.reason },
      }}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <CaseLine caseId={caseId} />
    </CommandForm>
  )
}

export function CloseCaseForm({ input, onDone, onCancel }: ActFormProps) {
  const caseId = caseIdIn(input)
  const record = useCaseAsOpened(caseId)
  const t = useLabels(labels)
  const reread = useReread(caseId, ({ manner }) => ({ manner }))
  const { today } = useSession()
  return (
    <CommandForm
      contract={closeCase}
      initial={{ caseId, occurredOn: today.toString() }}
      version={record.version}
      reread={reread}
      fields={{
        manner: {
          title: labels.manner,
          options: CloseCase.shape.manner.options.map((value) => ({ value, title: manners[value].title })),
        },
        occurredOn: { title: labels.on },
        reason: { title: labels.reason },
      }}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <CaseLine caseId={caseId} />
      <p className="dx-t2">
        {t.outstanding} {formatYuan(outstandingOf(record))} 元　{t.stops}
      </p>
    </CommandForm>
  )
}

/** 终本 has a page of its own: its check list is read before anything is decided. */
export function GoToChecks({ input, onCancel }: ActFormProps) {
  const go = useGo()
  const caseId = caseIdIn(input)
  useEffect(() => {
    onCancel()
    go(`/cases/${caseId}/terminate`)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form opens
  }, [caseId])
  return null
}

export function LookUpForm({ input, onDone, onCancel }: ActFormProps) {
  const caseId = caseIdIn(input)
  const { today } = useSession()
  return (
    <CommandForm
      contract={recordLookUp}
      initial={{ caseId, occurredOn: today.toString(), found: 'nothing' }}
      fields={{
        occurredOn: { title: labels.looked },
        found: {
          title: labels.found,
          options: [
            { value: 'nothing', title: labels.nothing },
            { value: 'property', title: labels.property },
          ],
        },
        note: { title: labels.note },
      }}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <CaseLine caseId={caseId} />
    </CommandForm>
  )
}
