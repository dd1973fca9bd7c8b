import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { draft } from './commands/draft.ts'
import { finalise } from './commands/finalise.ts'
import { keepFigure } from './commands/keep-figure.ts'
import { refreshFigure } from './commands/refresh-figure.ts'
import { rewriteSentence } from './commands/rewrite-sentence.ts'
import { signFor } from './commands/sign-for.ts'
import { preview, reportPage } from './queries/content.ts'
import { reportDocx, reportPdf } from './queries/files.ts'
import { reports } from './queries/reports.ts'
import { configuredFigures } from './sources/configured.ts'
import { tableFigures } from './sources/published-tables.ts'
import { registerFigures } from './sources/register.ts'

export const report = capability({
  name: 'report',
  title: label('工作报告', 'Work report'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'report.read': { title: label('查看工作报告', 'Read work reports') },
    'report.write': { title: label('起草工作报告', 'Draft work reports') },
    'report.finalise': { title: label('工作报告定稿与签认', 'Finalise work reports and sign for them') },
  },
  roleGrants: [
    { role: 'clerk', permission: 'report.read', scope: 'court' },
    { role: 'clerk', permission: 'report.write', scope: 'court' },
    { role: 'director', permission: 'report.read', scope: 'court' },
    { role: 'director', permission: 'report.write', scope: 'court' },
    { role: 'director', permission: 'report.finalise', scope: 'court' },
    { role: 'office', permission: 'report.read', scope: 'court' },
    { role: 'office', permission: 'report.write', scope: 'court' },
    { role: 'president', permission: 'report.read', scope: 'court' },
    { role: 'president', permission: 'report.finalise', scope: 'court' },
    { role: 'inspector', permission: 'report.read', scope: 'court' },
  ],
  commands: [draft, rewriteSentence, signFor, keepFigure, refreshFigure, finalise],
  queries: [reports, reportPage, preview, reportDocx, reportPdf],
  figures: [registerFigures, tableFigures, configuredFigures],
})
