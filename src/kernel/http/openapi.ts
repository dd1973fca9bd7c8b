import { z } from 'zod'
import type { Command } from '../command.ts'
import type { Query } from '../query.ts'
import type { Registry } from '../registry.ts'

/** The OpenAPI 3.1 description, made of the same declarations that serve the calls. */
export function openApi(registry: Registry) {
  return {
    openapi: '3.1.0',
    info: { title: '兑现 Duixian', version: '1', description: '法院执行工作平台 · enforcement bureau platform' },
    paths: {
      ...Object.fromEntries(
        [...registry.commands.values()].map((c) => [`/api/commands/${c.name}`, { post: commandOperation(c) }]),
      ),
      ...Object.fromEntries(
        [...registry.queries.values()].map((q) => [`/api/queries/${q.name}`, { get: queryOperation(q) }]),
      ),
    },
    components: { schemas: { Problem: problemSchema, Reply: replySchema } },
  }
}

function commandOperation(command: Command) {
  return {
    operationId: command.name,
    summary: `${command.title.zh} · ${command.title.en}`,
    tags: [roomOf(command.name)],
    description: [`permission: ${command.may}`, ...command.cites.map((rule) => `rule: ${rule}`)].join('\n'),
    parameters: [
      header('Idempotency-Key', { type: 'string', minLength: 8, maxLength: 100 }, command.may !== 'public'),
      header('X-CSRF-Token', { type: 'string' }, false),
      header('If-Match', { type: 'string' }, false),
    ],
    requestBody: { required: true, content: json(wire(command.input, 'input')) },
    responses: {
      200: { description: 'done', content: json(replyOf(command)) },
      default: refused,
    },
  }
}

const replyOf = ({ output }: Command): object =>
  output === undefined
    ? { $ref: '#/components/schemas/Reply' }
    : { ...replySchema, properties: { ...replySchema.properties, answer: wire(output, 'input') } }

function queryOperation(query: Query) {
  const page = ['after', 'limit', 'sort', 'total'].map((name) => ({ name, in: 'query', schema: { type: 'string' } }))
  return {
    operationId: query.name,
    summary: `${query.title.zh} · ${query.title.en}`,
    tags: [roomOf(query.name)],
    description: `permission: ${query.may}`,
    parameters: [
      { name: 'input', in: 'query', content: json(wire(query.input, 'input')) },
      ...(query.shape === 'list' ? page : []),
    ],
    responses: { 200: { description: 'found', content: answerOf(query) }, default: refused },
  }
}

function answerOf(query: Query) {
  switch (query.shape) {
    case 'list':
      return json({
        type: 'object',
        properties: {
          rows: { type: 'array', items: wire(query.row, 'input') },
          next: { type: ['string', 'null'] },
          total: { type: 'integer' },
          sums: { type: 'object', additionalProperties: { type: 'string' } },
          apart: { type: 'object', additionalProperties: { type: 'integer' } },
        },
        required: ['rows', 'next'],
      })
    case 'reading':
      return json(wire(query.output, 'input'))
    case 'download':
      return Object.fromEntries(
        query.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      )
  }
}

const roomOf = (name: string): string => name.split('.', 1)[0] ?? name
const json = (schema: object) => ({ 'application/json': { schema } })
const header = (name: string, schema: object, required: boolean) => ({ name, in: 'header', schema, required })
const refused = {
  description: 'refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** As it crosses the wire: codecs show their text side. */
function wire(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const replySchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    subject: { type: 'string' },
    seq: { type: 'string' },
    warnings: { type: 'array', items: { $ref: '#/components/schemas/Problem' } },
    answer: { type: 'object' },
  },
  required: ['type', 'subject', 'seq'],
}

const problemSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    rule: { type: 'string' },
    citation: { type: 'string' },
    remedy: { type: 'object' },
    pointers: { type: 'array', items: { type: 'object' } },
    trace: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'detail', 'trace'],
}
