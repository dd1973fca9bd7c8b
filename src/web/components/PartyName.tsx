/** Long names are cut in the middle: companies differ at the end as often as at the beginning. */
export function PartyName({ name, length = 20 }: { readonly name: string; readonly length?: number }) {
  const cut =
    name.length > length ? `${name.slice(0, Math.ceil(length / 2))}…${name.slice(-Math.floor(length / 2))}` : name
  return <span title={cut === name ? undefined : name}>{cut}</span>
}

/** 谢某 申请 某运输公司, as every list shows the two sides. */
export function PartyPair({
  applicants,
  debtors,
}: {
  readonly applicants: readonly string[]
  readonly debtors: readonly string[]
}) {
  return (
    <span title={`${applicants.join('、')} 申请 ${debtors.join('、')}`}>
      {applicants.join('、')} <span className="dx-t3">申请</span> {debtors.join('、')}
    </span>
  )
}
