import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'

export const ledgers = capability({
  name: 'ledgers',
  title: label('台账', 'Ledgers'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'ledgers.import': { title: label('导入台账', 'Import ledgers'), personalData: true },
    'ledgers.read': { title: label('查看导入记录', 'Read imports'), personalData: true },
  },
})
