import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import type { PageDeclaration } from '#web/page.ts'
import { jointMeeting, resolution } from '../registers/conference.ts'
import { jointMatter } from '../registers/joint-matter.ts'
import { memberUnit } from '../registers/member-unit.ts'
import { assistanceRequest, unitRestriction } from '../registers/requests.ts'

const registers = [jointMeeting, resolution, memberUnit, jointMatter, assistanceRequest, unitRestriction]

export const pages: readonly PageDeclaration[] = [
  ...registerPages({ title: label('联动', 'Partners'), group: 'liaison', order: 10, registers }),
  {
    path: '/partners/restriction-matrix',
    navigation: {
      title: label('惩戒矩阵', 'Restriction matrix'),
      group: 'liaison',
      permission: 'partners.read',
      order: 20,
    },
    load: async () => (await import('./MatrixPage.tsx')).MatrixPage,
  },
  {
    path: '/partners/unit-sheet',
    navigation: {
      title: label('单位履责', 'How units do'),
      group: 'liaison',
      permission: 'partners.members',
      order: 21,
    },
    load: async () => (await import('./UnitSheetPage.tsx')).UnitSheetPage,
  },
]
export const forms = registerForms(registers)
