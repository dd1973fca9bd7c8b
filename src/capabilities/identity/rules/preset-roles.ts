import { label, type Label } from '#kernel/values/labels.ts'

/** `system`, `security` and `audit` are the three administrators (三员); `everyone` is whoever has signed in. */
export type RoleKind = 'business' | 'system' | 'security' | 'audit' | 'everyone'

export type PresetRole = {
  readonly id: string
  readonly title: Label
  readonly kind: RoleKind
  readonly secondFactor: boolean
}

const role = (id: string, zh: string, en: string, kind: RoleKind = 'business', secondFactor = false): PresetRole => ({
  id,
  title: label(zh, en),
  kind,
  secondFactor,
})

/**
 * The roles a court begins with. Money approval, detention and administration ask for a second factor
 * (architecture §10): whoever holds such a role has these rights only in a session that showed one.
 */
export const presetRoles = [
  role('everyone', '全体登录人员', 'Everyone signed in', 'everyone'),
  role('clerk', '书记员', 'Clerk'),
  role('judge', '执行法官', 'Enforcement judge'),
  role('money-officer', '案款管理专员', 'Case-money officer', 'business', true),
  role('director', '执行局局长', 'Bureau director', 'business', true),
  role('president', '院长', 'Court president', 'business', true),
  role('filing-clerk', '立案庭', 'Filing division'),
  role('bailiff', '司法警察', 'Judicial police'),
  role('dispatcher', '指挥中心值守', 'Command-centre duty officer'),
  role('inspector', '纪检督察', 'Discipline inspection'),
  role('office', '办公室', 'Office'),
  role('system-administrator', '系统管理员', 'System administrator', 'system', true),
  role('security-administrator', '安全管理员', 'Security administrator', 'security', true),
  role('audit-administrator', '审计管理员', 'Audit administrator', 'audit', true),
] as const satisfies readonly PresetRole[]
