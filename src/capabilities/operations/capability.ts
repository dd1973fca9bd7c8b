import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { courtDay } from './clock-setting.ts'
import { deleteView } from './commands/delete-view.ts'
import { runJob } from './commands/run-job.ts'
import { saveView } from './commands/save-view.ts'
import { setSetting } from './commands/set-setting.ts'
import { confirmedRules } from './rule-standing.ts'
import { operationsGrants } from './grants.ts'
import { operationsNames } from './record-names.ts'
import { jobs } from './queries/jobs.ts'
import { queue } from './queries/queue.ts'
import { settings } from './queries/settings.ts'
import { viewsOf } from './queries/views-of.ts'

export const operations = capability({
  name: 'operations',
  title: label('运行', 'Operations'),
  migrations: null,
  settings: [courtDay, confirmedRules],
  recordNames: operationsNames,
  permissions: {
    'operations.keep-views': { title: label('保存列表视图', 'Keep list views') },
    'operations.read': { title: label('查看参数和运行状况', 'Read settings and jobs') },
    'operations.set': { title: label('改参数', 'Change settings') },
    'operations.run-jobs': { title: label('立即运行任务', 'Run jobs') },
  },
  roleGrants: operationsGrants,
  commands: [setSetting, runJob, saveView, deleteView],
  queries: [settings, jobs, queue, viewsOf],
})
