import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Subject } from '../contract.ts'
import { namesOf } from '../names.ts'

/** Names for the objects of a page of the journal. */
export const names = reading({
  name: 'audit.names',
  title: label('对象名称', 'Names of objects'),
  may: 'audit.read',
  input: z.object({ subjects: z.array(Subject).max(1000) }),
  output: z.record(z.string(), z.string()),
  read: async (tx, { subjects }) => Object.fromEntries(await namesOf(tx, subjects)),
})
