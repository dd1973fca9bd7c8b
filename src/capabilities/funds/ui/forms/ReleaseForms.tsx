import { label } from '#kernel/values/labels.ts'
import { textIn, type ActFormProps } from '#pages/desk'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { confirmRelease, listReleases } from '../api.ts'
import { Releases, useReleases } from '../Releases.tsx'
import { ActForm } from './act-form.tsx'

const labels = {
  lists: label('列出本案全部在控措施、名单、查封和临控，逐项解除并留回执。', 'Lists every live control of the case.'),
  receipt: label('回执', 'Receipt'),
  receiptHint: label('协助单位、回执文号', 'Which unit, which number'),
  releasedOn: label('解除日期', 'Released on'),
  item: label('解除哪一项', 'Which one'),
}

/** 解控清单: what must go, and what of it has its receipt; listing is offered while something is not on the list. */
export function ListReleasesForm(props: ActFormProps) {
  const t = useLabels(labels)
  const caseId = textIn(props.input, 'caseId')
  const { items } = useReleases(caseId)
  const unlisted = items.some(({ state }) => state === 'unlisted')
  return (
    <>
      <p className="dx-t2">{t.lists}</p>
      <Releases caseId={caseId} />
      {unlisted && <ActForm {...props} contract={listReleases} fields={{}} />}
    </>
  )
}

/** 登记回执: by which paper and on which day one control ended. */
export function ConfirmReleaseForm(props: ActFormProps) {
  const { today } = useSession()
  const caseId = textIn(props.input, 'caseId')
  const { items } = useReleases(caseId)
  const known = textIn(props.input, 'what')
  const waiting = items.flatMap(({ itemId, state, title }) =>
    itemId !== null && state === 'waiting' ? [{ value: itemId, title: label(title, title) }] : [],
  )
  return (
    <ActForm
      {...props}
      contract={confirmRelease}
      first={{ releasedOn: today.toString() }}
      fields={{
        ...(known === '' && { itemId: { title: labels.item, kind: 'choice', options: waiting } }),
        receipt: { title: labels.receipt, hint: labels.receiptHint },
        releasedOn: { title: labels.releasedOn },
      }}
    >
      {known !== '' && (
        <p>
          <b>{known}</b>
        </p>
      )}
    </ActForm>
  )
}
