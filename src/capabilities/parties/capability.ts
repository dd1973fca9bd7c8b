import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'

export const parties = capability({
  name: 'parties',
  title: label('当事人', 'Parties'),
  migrations: new URL('migrations/', import.meta.url),
})
