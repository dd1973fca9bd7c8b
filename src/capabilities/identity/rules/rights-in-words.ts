import type { Scope } from '#kernel/occasion.ts'

export type TitledGrant = { readonly title: string; readonly scope: Scope }

const reach: Readonly<Record<Scope, string>> = {
  court: '在全院',
  team: '在本团队',
  own: '对本人承办或本人的',
  unit: '对发给本单位的',
  self: '对本人的案件',
}
const order: readonly Scope[] = ['court', 'team', 'own', 'unit', 'self']

/** What a role may do as a sentence a person can read aloud. */
export function rightsInWords(role: string, grants: readonly TitledGrant[]): string {
  const parts = order
    .map((scope) => ({ scope, titles: grants.filter((g) => g.scope === scope).map(({ title }) => title) }))
    .filter(({ titles }) => titles.length > 0)
    .map(({ scope, titles }) => `${reach[scope]}可以${titles.join('、')}`)
  return parts.length === 0 ? `${role}还没有任何权限。` : `${role}${parts.join('；')}。`
}
