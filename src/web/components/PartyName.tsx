import { Fragment } from 'react'

/** Long names are cut in the middle: companies differ at the end as often as at the beginning. */
export function PartyName({ name, length = 20 }: { readonly name: string; readonly length?: number }) {
  const cut =
    name.length > length ? `${name.slice(0, Math.ceil(length / 2))}…${name.slice(-Math.floor(length / 2))}` : name
  return <span title={cut === name ? undefined : name}>{cut}</span>
}

type Sides = { readonly applicants: readonly string[]; readonly debtors: readonly string[] }

/** 谢某 申请 某运输公司, as every list shows the two sides. */
export function PartyPair({ applicants, debtors }: Sides) {
  return (
    <span title={`${applicants.join('、')} 申请 ${debtors.join('、')}`}>
      <Names names={applicants} /> <span className="dx-t3">申请</span> <Names names={debtors} />
    </span>
  )
}

const Names = ({ names }: { readonly names: readonly string[] }) =>
  names.map((name, index) => (
    <Fragment key={name}>
      {index > 0 && '、'}
      <PartyName name={name} />
    </Fragment>
  ))
