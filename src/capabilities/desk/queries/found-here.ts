import type { SearchSource } from '#kernel/capability.ts'
import { mayAnywhere } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { calculators } from '#law/calc.ts'
import { formatCitation } from '#law/citation.ts'
import { rules } from '#law/rules.ts'

const mostOfKind = 5

/** Colleagues by name, for whoever may see them. */
export const findStaff: SearchSource = async (tx, text, { actor }) => {
  if (!mayAnywhere(actor, 'identity.see-colleagues') || !/\p{Script=Han}/u.test(text)) return []
  const { rows } = await tx.client.query<{ name: string; staff_id: string }>({
    name: 'desk_find_staff',
    text: `select name, staff_id from identity_staff_name where strpos(name, $1) > 0 order by name, staff_id limit $2`,
    values: [text, mostOfKind],
  })
  return rows.map(({ name, staff_id }) => ({
    kind: label('同事', 'Colleague'),
    title: name,
    detail: '',
    href: `/people?open=${staff_id}`,
    weight: name === text ? 60 : 30,
  }))
}

/** Rules of the law and calculations, by their titles. They are the same for everyone. */
export const findRules: SearchSource = async (_tx, text) => [
  ...Object.entries(calculators)
    .filter(([, { titleZh }]) => titleZh.includes(text))
    .slice(0, mostOfKind)
    .map(([name, { titleZh }]) => ({
      kind: label('计算', 'Calculation'),
      title: titleZh,
      detail: '',
      href: `/calculators/${name}`,
      weight: 25,
    })),
  ...[...new Map(rules.map((rule) => [rule.id, rule])).values()]
    .filter(({ titleZh }) => titleZh.includes(text))
    .slice(0, mostOfKind)
    .map(({ id, titleZh, citation: [first] }) => ({
      kind: label('规则', 'Rule'),
      title: titleZh,
      detail: first ? formatCitation(first) : '',
      href: `/rules/${id}`,
      weight: 20,
    })),
]
