import { refuse, type Pointer, type Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { validateUscc } from '#law/credit-code.ts'
import { validateResidentId } from '#law/resident-id.ts'
import type { FileCase } from '../contract.ts'

/**
 * What a filing must have beyond its shape: someone who asks and someone who owes, true identifiers, days in order.
 * Law: 执行工作规定 (2020) art. 16 (both parties named, definite performance). Every fault is named at once.
 */
export function filingFaults(
  filing: FileCase,
  known: ReadonlyMap<string, string>,
  { today, machineDay }: { readonly today: Temporal.PlainDate; readonly machineDay: Temporal.PlainDate },
): Refusal | undefined {
  const pointers: Pointer[] = [
    ...roleFaults(filing),
    ...filing.parties.flatMap((party, i) => chosenFaults(party, i, known)),
    ...filing.parties.flatMap(({ idNumber }, i) =>
      idNumber === undefined ? [] : identifierFaults(idNumber, i, machineDay),
    ),
    ...(isBefore(filing.filedOn, filing.receivedOn) ? [{ pointer: '/filedOn', detail: '立案不能早于收案' }] : []),
    ...(isBefore(today, filing.filedOn) ? [{ pointer: '/filedOn', detail: `不能晚于今天 ${today.toString()}` }] : []),
  ]
  return pointers.length === 0 ? undefined : filingRefused(pointers)
}

const roleFaults = ({ parties }: FileCase): Pointer[] =>
  (['applicant', 'debtor'] as const).flatMap((role) =>
    parties.some((party) => party.role === role)
      ? []
      : [{ pointer: '/parties', detail: role === 'applicant' ? '缺申请执行人' : '缺被执行人' }],
  )

/** Whoever is chosen from the register is that person: another name or number would make two of one. */
function chosenFaults(
  { partyId, name, idNumber }: FileCase['parties'][number],
  at: number,
  known: ReadonlyMap<string, string>,
): Pointer[] {
  if (partyId === undefined) return []
  const onRecord = known.get(partyId)
  if (onRecord === undefined)
    return [{ pointer: `/parties/${at}/partyId`, detail: '当事人登记中没有所选的人，请重新选择' }]
  return [
    ...(onRecord === name
      ? []
      : [{ pointer: `/parties/${at}/name`, detail: `所选的人登记为${onRecord}；不是同一人的，请取消选择` }]),
    ...(idNumber === undefined
      ? []
      : [{ pointer: `/parties/${at}/idNumber`, detail: '已选登记中的人，证件号以登记为准，请留空' }]),
  ]
}

const residentReasons: Readonly<Record<string, string>> = {
  LENGTH: '应为 18 位',
  CHARSET: '含有不能出现的字符',
  DATE: '出生日期不存在',
  CHECK: '校验位不符，请对照原件',
}

function identifierFaults(idNumber: string, index: number, today: Temporal.PlainDate): Pointer[] {
  const digits = /^\d{17}[\dXx]$/.test(idNumber)
  const checked = digits ? validateResidentId(idNumber, today) : validateUscc(idNumber)
  if (checked.valid) return []
  const name = digits ? '身份证号' : '统一社会信用代码'
  return [{ pointer: `/parties/${index}/idNumber`, detail: `${name}${residentReasons[checked.reason] ?? '不对'}` }]
}

const filingRefused = (pointers: readonly Pointer[]): Refusal =>
  refuse({
    type: '/problems/cases/filing-incomplete',
    status: 422,
    title: label('还不能立案', 'Cannot be filed yet'),
    detail: label(pointers.map(({ detail }) => detail).join('；'), 'The filing lacks what the law asks for.'),
    rule: 'filing.conditions',
    pointers,
  })
