import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { isRefusal } from '../problem.ts'
import { parseInput } from './parse-input.ts'

const schema = z.object({
  caseId: z.uuid(),
  filedOn: z.iso.date(),
  links: z.array(z.object({ number: z.string().min(2) })),
})

test('bad fields are told in words with what to do; their pointers are for programs', () => {
  const refusal = parseInput(schema, { caseId: 'x', filedOn: '5.3', links: [{ number: '执行' }, { number: '1' }] })
  assert.ok(isRefusal(refusal))
  const { detail, pointers } = refusal.problem
  assert.deepEqual(
    pointers?.map(({ pointer }) => pointer),
    ['/caseId', '/filedOn', '/links/1/number'],
  )
  assert.doesNotMatch(detail.zh, /\/|格式不对/)
  assert.match(detail.zh, /从列表中重新选择/)
  assert.match(detail.zh, /2024-03-05 的样式/)
  assert.match(detail.zh, /第2项至少 2 个字/)
  assert.match(detail.zh, /请改好后再提交。$/)
})
