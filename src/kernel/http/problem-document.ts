import type { FastifyReply } from 'fastify'
import { refuse, type Problem, type Refusal } from '../problem.ts'
import { label, type Language } from '../values/labels.ts'

/** A problem as RFC 9457 tells it, in the reader's language. */
export function problemDocument({ title, detail, remedy, ...rest }: Problem, language: Language, trace: string) {
  return {
    ...rest,
    title: title[language],
    detail: detail[language],
    ...(remedy && { remedy: { ...remedy, title: remedy.title[language] } }),
    trace,
  }
}

export function sendProblem(reply: FastifyReply, { problem }: Refusal): FastifyReply {
  const language: Language = /^en\b/.test(reply.request.headers['accept-language'] ?? '') ? 'en' : 'zh'
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemDocument(problem, language, reply.request.id)))
}

export const internalFault = () =>
  refuse({
    type: '/problems/kernel/internal',
    status: 500,
    title: label('没有完成', 'Not completed'),
    detail: label(
      '这一步没有完成，没有保存任何内容。请稍后重试，或把编号告诉系统管理员。',
      'Nothing was saved. Try again, or give the trace number to the administrator.',
    ),
  })

export const databaseAway = () =>
  refuse({
    type: '/problems/kernel/database-away',
    status: 503,
    title: label('数据库暂时连不上', 'Database away'),
    detail: label(
      '数据库暂时连不上，没有保存任何内容。恢复后请重试。',
      'The database cannot be reached; nothing was saved.',
    ),
  })

export const foreignPage = () =>
  refuse({
    type: '/problems/kernel/foreign-page',
    status: 403,
    title: label('请求不是从本系统页面发出', 'Not sent from our page'),
    detail: label('缺少页面校验码。请刷新页面后重试。', 'The page token is missing or old. Reload the page.'),
  })

export const tooManyCalls = () =>
  refuse({
    type: '/problems/kernel/too-many-calls',
    status: 429,
    title: label('操作太频繁', 'Too many calls'),
    detail: label('操作太频繁，请一分钟后再试。', 'Too many calls; try again in a minute.'),
  })

/** Bytes as people say them: 64 MB. */
const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

export const bodyTooLarge = (limit: number) =>
  refuse({
    type: '/problems/kernel/unreadable-body',
    status: 413,
    title: label('提交的内容太大', 'Body too large'),
    detail: label(
      `提交的内容超过上限 ${inMegabytes(limit)}，没有保存。请删去表中的图片和多余的工作表，或按月、按年拆成几个文件分别上传；也可由管理员在服务器上用 duixian import 导入。`,
      `The body is larger than ${inMegabytes(limit)}; nothing was saved. Split it, or import it on the server.`,
    ),
    parameters: { limit },
  })

export const unreadableBody = (status: 400 | 415) =>
  refuse({
    type: '/problems/kernel/unreadable-body',
    status,
    title: label('提交的内容读不出来', 'Body not readable'),
    detail: label(
      {
        400: '提交的内容不是有效的 JSON 或文件。请核对后重试。',
        415: '不认识这种内容类型。请以 application/json 提交，文件以 multipart/form-data 上传。',
      }[status],
      {
        400: 'The body is not valid JSON or not a file.',
        415: 'Send application/json, or multipart/form-data for a file.',
      }[status],
    ),
  })

export const wrongMethod = (allowed: string) =>
  refuse({
    type: '/problems/kernel/wrong-method',
    status: 405,
    title: label('这个地址不接受这种请求', 'Method not allowed'),
    detail: label(`这个地址只接受 ${allowed}。请按接口说明重试。`, `This address takes ${allowed} only.`),
    parameters: { allowed },
  })

export const keyMissing = () =>
  refuse({
    type: '/problems/kernel/idempotency-key-missing',
    status: 428,
    title: label('缺少提交编号', 'Idempotency key missing'),
    detail: label(
      '请在 Idempotency-Key 头中给出 8 至 100 个字符的提交编号，重试时不变。',
      'Send an Idempotency-Key of 8 to 100 characters.',
    ),
  })

export const versionUnreadable = () =>
  refuse({
    type: '/problems/kernel/version-unreadable',
    status: 400,
    title: label('版本号读不出来', 'Version not readable'),
    detail: label(
      'If-Match 头应为所见记录的版本号，如 "3"。请刷新后重试。',
      'If-Match must hold the version you saw, such as "3".',
    ),
  })
